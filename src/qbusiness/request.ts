import type { NonEmpty } from '../iam/document';
import type { PolicyAttachment, Tag } from '../iam/role';
import type { CallerKind, CallersFormValues } from './callers';
import type { ApiActions } from './facts';
import type { Placeholder } from './placeholder';
import type { FieldCaution, FieldIssue } from './form/textField';

/**
 * Web experience: Amazon Q Business assumes the role on behalf of a visitor. API only: a caller of
 * yours does.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-anonymous-application.html
 */
export type AccessMode = 'web-experience' | 'api-only';

/** Which network the calls must come from; for API-only roles alone. */
export type NetworkLimit = 'none' | 'vpc-endpoint' | 'vpc' | 'ip-range';

/** One typed entry of a list. An object, because a form list needs rows with an identity. */
export interface TypedEntry {
  readonly value: string;
}

/**
 * Every field of every mode, as typed: the only state of the form. Switching mode or caller hides
 * fields and loses none.
 */
export interface RoleFormValues {
  readonly region: string;
  readonly accountId: string;
  readonly applicationId: string;
  /** Further applications of the same account and Region that share the role. */
  readonly otherApplications: readonly TypedEntry[];
  readonly accessMode: AccessMode;
  readonly webExperienceId: string;
  readonly origins: readonly TypedEntry[];
  /** CloudFormation and the CDK make a web experience with the role. */
  readonly includeWebExperience: boolean;
  readonly apiActions: ApiActions;
  readonly caller: CallerKind;
  readonly callers: CallersFormValues;
  readonly networkLimit: NetworkLimit;
  readonly vpcEndpoints: readonly TypedEntry[];
  readonly vpcs: readonly TypedEntry[];
  readonly ipRanges: readonly TypedEntry[];
  /** Empty: a name made from the mode and the application ID. */
  readonly roleName: string;
  /** Empty: the role's name. */
  readonly policyName: string;
  readonly attachment: PolicyAttachment;
  /** Empty: `/`. */
  readonly path: string;
  /** Empty: a sentence made from the mode. */
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly permissionsBoundary: string;
  /** Seconds. Empty: 3,600. */
  readonly maxSessionDuration: string;
}

/** What is asked of the role itself. */
interface RoleSettings<Missing extends string> {
  readonly roleName: string | Missing;
  readonly policyName: string | Missing;
  readonly attachment: PolicyAttachment;
  readonly path: string;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly permissionsBoundary?: `arn:${string}`;
  /** Seconds. */
  readonly maxSessionDuration: number;
}

interface RequestBase<Missing extends string> {
  readonly partition: string;
  readonly region: string | Missing;
  readonly accountId: string | Missing;
  /** The first is the application of the form. */
  readonly applicationIds: NonEmpty<string | Missing>;
  readonly settings: RoleSettings<Missing>;
}

interface WebExperienceRequest<Missing extends string> extends RequestBase<Missing> {
  readonly accessMode: 'web-experience';
  readonly webExperienceId?: string;
  readonly origins: readonly string[];
  readonly includeWebExperience: boolean;
}

/** The network condition on every API call; absent: from anywhere. */
export interface NetworkCondition {
  readonly limit: Exclude<NetworkLimit, 'none'>;
  readonly values: NonEmpty<string>;
}

interface ApiOnlyRequest<Missing extends string> extends RequestBase<Missing> {
  readonly accessMode: 'api-only';
  readonly apiActions: ApiActions;
  readonly caller: CallerKind;
  /** The chosen caller's own values: accepted texts, choices, and empty where optional. */
  readonly callerValues: Readonly<Record<string, string | Missing>>;
  readonly network?: NetworkCondition;
}

type RequestShape<Missing extends string> = WebExperienceRequest<Missing> | ApiOnlyRequest<Missing>;

/** A complete, accepted request. */
export type RoleRequest = RequestShape<never>;

/** A request in which typed-in values may still be placeholders. Every request is one. */
export type RoleTemplate = RequestShape<Placeholder>;

interface DraftBase {
  /** Accepted, but worth a second look. */
  readonly cautions: readonly FieldCaution[];
}

/** Only a ready draft may leave the page. */
export type RoleDraft =
  | (DraftBase & { readonly status: 'ready'; readonly template: RoleRequest })
  | (DraftBase & {
      readonly status: 'incomplete';
      readonly template: RoleTemplate;
      readonly issues: NonEmpty<FieldIssue>;
    });
