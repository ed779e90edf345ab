import { callerOf } from '../../qbusiness/callers';
import type { RolePlan } from '../../qbusiness/plan';
import { code, strong, type Content, type Inline } from '../../syntax/markdown';

/** A label and what it says, as one row of a table. */
export type ValueRow = readonly [label: string, value: Content];

const accessModes = {
  'web-experience': 'Web experience',
  'api-only': 'API only',
} as const satisfies Record<RolePlan['accessMode'], string>;

const networkLabels = {
  'vpc-endpoint': 'Only from VPC endpoints',
  vpc: 'Only from VPCs',
  'ip-range': 'Only from IP ranges',
} as const;

/** Rows for every value that was chosen or typed, and for IAM's defaults. */
export function valueRows(plan: RolePlan): readonly ValueRow[] {
  const { applicationIds } = plan.template;
  return [
    ['Account ID', code(plan.accountId)],
    ['Region', code(plan.region)],
    [
      applicationIds.length === 1 ? 'Application ARN' : 'Application ARNs',
      codes(plan.applicationArns),
    ],
    ['Access mode', accessModes[plan.accessMode]],
    ...accessRows(plan),
    ...roleRows(plan),
    [
      'Permissions policy',
      [
        code(plan.permissionsPolicy.name),
        plan.permissionsPolicy.attachment === 'inline'
          ? ', inline in the role'
          : ', a managed policy of the account',
      ],
    ],
  ];
}

function accessRows({ template }: RolePlan): readonly ValueRow[] {
  if (template.accessMode === 'web-experience') {
    return [
      ['Who assumes the role', 'Amazon Q Business, on behalf of each visitor'],
      ...optionalRow('Web experience ID', template.webExperienceId),
      ...(template.origins.length > 0
        ? [['Allowed origins', codes(template.origins)] as const]
        : []),
    ];
  }
  const caller = callerOf(template.caller);
  return [
    ['Who calls the API', caller.label],
    ...caller.fields.flatMap(({ name, label }) => optionalRow(label, template.callerValues[name])),
    ...(template.network
      ? [[networkLabels[template.network.limit], codes(template.network.values)] as const]
      : []),
  ];
}

function roleRows(plan: RolePlan): readonly ValueRow[] {
  if (plan.target === 'existing-role') return [['Role', code(plan.roleName)]];
  const { path, description, maxSessionDuration, permissionsBoundary, tags } = plan.role;
  return [
    ['Role', strong(plan.roleName)],
    ['Role ARN', code(plan.roleArn)],
    ['Path', code(path)],
    ['Description', description],
    ['Maximum session duration', `${maxSessionDuration} seconds`],
    [
      'Permissions boundary',
      permissionsBoundary === undefined ? 'None' : code(permissionsBoundary),
    ],
    ['Tags', tags.length === 0 ? 'None' : codes(tags.map(({ key, value }) => `${key}=${value}`))],
  ];
}

const optionalRow = (label: string, value: string | undefined): readonly ValueRow[] =>
  value === undefined || value === '' ? [] : [[label, code(value)]];

const codes = (texts: readonly string[]): readonly Inline[] =>
  texts.flatMap((text, index) => (index === 0 ? [code(text)] : [', ', code(text)]));
