import type { RequestPrincipal } from '../principal';
import type { ConditionTest } from '../conditions';

/**
 * The class of requests that a question is about: the requesters, the actions, the resources, and the
 * conditions that all these requests fulfil. What is left out may be any well-formed value.
 */
export interface RequestParts {
  /** `role`, `user`: any one, narrowed down by conditions on `aws:PrincipalArn`. */
  readonly requester?:
    | { readonly kind: 'role' | 'user' }
    | { readonly kind: 'fixed'; readonly principal: RequestPrincipal };
  /** Patterns, one of which the action matches. */
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  /**
   * One entry for every resource that the action needs, each with patterns one of which it matches.
   * The request is allowed where it is allowed on each of them.
   */
  readonly resources?: readonly ResourcePart[];
  /** Conditions that every request of the class fulfils. */
  readonly conditions?: readonly ConditionTest[];
  /** Keys that these requests never carry, by their name in lower case. */
  readonly isAbsent?: (key: string) => boolean;
}

/** `none`: the action takes no resource, which policies can only mean by `*`. */
export type ResourcePart =
  { readonly like: readonly string[]; readonly unlike?: readonly string[] } | 'none';
