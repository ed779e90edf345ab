import type { NonEmpty } from '../iam/document';
import type { PolicyAttachment, Tag } from '../iam/role';
import type { CallerKind } from './callers';
import type { FieldName } from './form/formFields';
import type { NetworkLimit } from './form/networkLimit';
import type { AcceptedValues } from './form/readForm';
import type { FieldCaution, FieldIssue } from './form/textField';

/** The settings of the role itself. */
interface RoleSettings {
  readonly roleName: string;
  readonly policyName: string;
  readonly attachment: PolicyAttachment;
  readonly path: string;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly permissionsBoundary?: `arn:${string}`;
  /** Seconds; see `quotas.maxSessionDuration`. */
  readonly maxSessionDuration: number;
}

/** Fields whose accepted values a template holds in another form, or under another name. */
export const convertedFields = [
  'region',
  'accountId',
  'applicationId',
  'otherApplications',
  'accessMode',
  'caller',
  'callers',
  'networkLimit',
  'vpcEndpoints',
  'vpcs',
  'ipRanges',
  'roleName',
  'policyName',
  'attachment',
  'path',
  'description',
  'tags',
  'permissionsBoundary',
  'maxSessionDuration',
] as const satisfies readonly FieldName[];

/** The accepted values of all other fields, as they are; a field that does not apply is empty. */
export type Options = Omit<AcceptedValues, (typeof convertedFields)[number]>;

interface TemplateBase extends Options {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** The application of the form first, then those that share the role. */
  readonly applicationIds: NonEmpty<string>;
  readonly settings: RoleSettings;
}

interface WebExperienceTemplate extends TemplateBase {
  readonly accessMode: 'web-experience';
}

/** The network condition on every API call; absent: from anywhere. */
export interface NetworkCondition {
  readonly limit: Exclude<NetworkLimit, 'none'>;
  readonly values: NonEmpty<string>;
}

interface ApiOnlyTemplate extends TemplateBase {
  readonly accessMode: 'api-only';
  /** Empty: not chosen yet. */
  readonly caller: CallerKind | '';
  /** The chosen caller's own values: accepted texts, choices, and empty where optional. */
  readonly callerValues: Readonly<Record<string, string>>;
  readonly network?: NetworkCondition;
}

/** A request in which a value that is missing or refused is a placeholder. Every request is one. */
export type RoleTemplate = WebExperienceTemplate | ApiOnlyTemplate;

declare const complete: unique symbol;

/**
 * A complete, accepted request. Only `draftRole` makes one, so that nothing with a placeholder in it
 * can leave the page.
 */
export type RoleRequest = RoleTemplate & { readonly [complete]: true };

interface DraftBase {
  /** Remarks on accepted values. */
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
