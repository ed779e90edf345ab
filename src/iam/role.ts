import type { ArnPattern, PermissionsPolicy, TrustPolicy } from './document';

/**
 * Inline: a part of the role, deleted with it. Managed: a policy of the account with an ARN of its own.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
export type PolicyAttachment = 'inline' | 'managed';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface NamedPolicy {
  readonly name: string;
  readonly attachment: PolicyAttachment;
  readonly document: PermissionsPolicy;
}

/**
 * The maximum session duration of a role for which none is given: seconds.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const DEFAULT_MAX_SESSION_DURATION = 3_600;

/** Everything that IAM stores about a role. */
export interface RoleDefinition {
  readonly roleName: string;
  /** Starts and ends with a slash. */
  readonly path: string;
  readonly description: string;
  /** Seconds; see `quotas.maxSessionDuration`. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: ArnPattern;
  readonly tags: readonly Tag[];
  readonly trustPolicy: TrustPolicy;
  readonly permissionsPolicy: NamedPolicy;
}
