import type { RequestPrincipal } from '../principal';
import type { ConditionText } from './keyTest';

/**
 * Which requests are asked about, in parts that belong together: a class of requesters, the actions
 * and resources, and what every such request says about itself. What is left out may be anything
 * that has the form of such a thing.
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
  /** What holds for every request of this class, written as conditions. */
  readonly conditions?: readonly ConditionText[];
  /** Keys that these requests never carry, by their name in lower case. */
  readonly isAbsent?: (key: string) => boolean;
}

/** `none`: the action takes no resource, which policies can only mean by `*`. */
export type ResourcePart =
  { readonly like: readonly string[]; readonly unlike?: readonly string[] } | 'none';
