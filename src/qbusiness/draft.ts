import { partitionOfRegion } from '../iam/arn';
import { DEFAULT_MAX_SESSION_DURATION } from '../iam/role';
import type { AccessMode } from './form/accessMode';
import { accountIdField } from './form/accountId';
import { applicationIdField } from './form/applicationId';
import type { RoleFormValues } from './form/formValues';
import { ipRangesField } from './form/ipRanges';
import { readForm, type AcceptedValues } from './form/readForm';
import { regionField } from './form/region';
import { vpcEndpointsField } from './form/vpcEndpoints';
import { vpcsField } from './form/vpcs';
import { isPlaceholder } from './placeholder';
import {
  convertedFields,
  type NetworkCondition,
  type Options,
  type RoleDraft,
  type RoleRequest,
  type RoleTemplate,
} from './request';
import { sizeRemarks } from './sizeRemarks';

/**
 * Reads the form into a template, with placeholders for values that are missing or refused. Documents
 * that exceed a size limit of IAM are issues, too.
 */
export function draftRole(values: RoleFormValues): RoleDraft {
  const { accepted, issues: ofFields, cautions: ofValues } = readForm(values);
  const template = templateOf(accepted);
  const sizes = sizeRemarks(template);
  const cautions = [...ofValues, ...sizes.cautions];
  const [first, ...rest] = [...ofFields, ...sizes.issues];
  return first === undefined
    ? { status: 'ready', template: completed(template), cautions }
    : { status: 'incomplete', template, issues: [first, ...rest], cautions };
}

/** A template of a form without issues is a request: every placeholder comes with an issue. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that gives the brand
const completed = (template: RoleTemplate): RoleRequest => template as RoleRequest;

function templateOf(accepted: AcceptedValues): RoleTemplate {
  const applicationId = accepted.applicationId ?? applicationIdField.token;
  const base = {
    ...optionsOf(accepted),
    partition: accepted.region === undefined ? 'aws' : partitionOfRegion(accepted.region),
    region: accepted.region ?? regionField.token,
    accountId: accepted.accountId ?? accountIdField.token,
    applicationIds: [
      applicationId,
      ...accepted.otherApplications.filter((id) => id !== applicationId),
    ] as const,
    settings: settingsOf(accepted, applicationId),
  };
  if (accepted.accessMode === 'web-experience') return { ...base, accessMode: 'web-experience' };
  const network = networkOf(accepted);
  return {
    ...base,
    accessMode: 'api-only',
    caller: accepted.caller,
    callerValues: accepted.callers,
    ...(network && { network }),
  };
}

/** The accepted values without those that a template holds in another form. */
function optionsOf(accepted: AcceptedValues): Options {
  const options: Partial<AcceptedValues> = { ...accepted };
  for (const name of convertedFields) delete options[name];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all others are still there
  return options as Options;
}

const isArn = (text: string): text is `arn:${string}` => text.startsWith('arn:');

/** The characters of an application ID that the name of its role has. */
export const NAMED_ID_LENGTH = 8;

/** The name of a role when none is typed: two applications never share one by accident. */
export function defaultRoleName(accessMode: AccessMode, applicationId: string): string {
  const mode = accessMode === 'web-experience' ? 'Web' : 'Api';
  const suffix = isPlaceholder(applicationId)
    ? applicationIdField.token
    : applicationId.slice(0, NAMED_ID_LENGTH);
  return `QBusinessAnonymous${mode}-${suffix}`;
}

const defaultDescription = (accessMode: AccessMode): string =>
  accessMode === 'web-experience'
    ? 'Amazon Q Business anonymous web experience'
    : 'Amazon Q Business anonymous API access';

function settingsOf(accepted: AcceptedValues, applicationId: string): RoleTemplate['settings'] {
  const { accessMode, caller, permissionsBoundary: boundary } = accepted;
  const roleName = accepted.roleName ?? defaultRoleName(accessMode, applicationId);
  return {
    roleName,
    policyName: accepted.policyName ?? roleName,
    attachment: accepted.attachment,
    path: accepted.path ?? '/',
    description:
      caller === 'existing-role' ? '' : (accepted.description ?? defaultDescription(accessMode)),
    tags: accepted.tags,
    ...(boundary !== undefined && isArn(boundary) && { permissionsBoundary: boundary }),
    maxSessionDuration: Number(accepted.maxSessionDuration ?? DEFAULT_MAX_SESSION_DURATION),
  };
}

const networkLists = {
  'vpc-endpoint': vpcEndpointsField,
  vpc: vpcsField,
  'ip-range': ipRangesField,
} as const;

function networkOf(accepted: AcceptedValues): NetworkCondition | undefined {
  const limit = accepted.networkLimit;
  if (limit === 'none') return undefined;
  const { name, entry } = networkLists[limit];
  const [first, ...rest] = accepted[name];
  return { limit, values: [first ?? entry.token, ...rest] };
}
