import { partitionOfRegion } from '../iam/arn';
import type { NonEmpty } from '../iam/document';
import type { Tag } from '../iam/role';
import { callerOf } from './callers';
import type { CallerTextField } from './callers/caller';
import {
  accountIdField,
  applicationIdField,
  descriptionField,
  ipRangeField,
  maxSessionDurationField,
  originField,
  permissionsBoundaryField,
  policyNameField,
  regionField,
  roleNameField,
  rolePathField,
  tagKeyField,
  tagValueField,
  vpcEndpointIdField,
  vpcIdField,
  webExperienceIdField,
} from './form/fields';
import { isPlaceholder } from './placeholder';
import type {
  NetworkCondition,
  NetworkLimit,
  RoleDraft,
  RoleFormValues,
  RoleRequest,
  RoleTemplate,
  TypedEntry,
} from './request';
import type { FieldCaution, FieldIssue, FieldPath, TextField } from './form/textField';

const MAX_TAGS = 50;
const MAX_ORIGINS = 10;

/** Collects what is missing, refused or doubtful while a form is read. */
class Reading {
  readonly issues: FieldIssue[] = [];
  readonly cautions: FieldCaution[] = [];

  /** The accepted text, or the field's placeholder. */
  required(path: FieldPath, field: TextField, raw: string): string {
    const { text } = field.clean(raw);
    if (text === '') {
      this.refuse(path, field.label, 'missing', `${field.label} is missing`);
      return field.token;
    }
    return this.accepted(path, field, text) ?? field.token;
  }

  /** The accepted text, or undefined where nothing was typed or it was refused. */
  optional(path: FieldPath, field: TextField, raw: string): string | undefined {
    const { text } = field.clean(raw);
    return text === '' ? undefined : this.accepted(path, field, text);
  }

  /** The accepted entries of a list; empty rows are passed over, repeated ones count once. */
  list(path: FieldPath, field: TextField, entries: readonly TypedEntry[]): readonly string[] {
    const accepted = entries.map(({ value }, index) =>
      this.optional(`${path}.${index}.value`, field, value),
    );
    return [...new Set(accepted.filter((value) => value !== undefined))];
  }

  refuse(path: FieldPath, label: string, kind: FieldIssue['kind'], message: string): void {
    this.issues.push({ path, label, kind, message });
  }

  private accepted(path: FieldPath, field: TextField, text: string): string | undefined {
    const problem = field.problem(text);
    if (problem !== undefined) {
      this.refuse(path, field.label, 'invalid', problem);
      return undefined;
    }
    const message = field.caution?.(text);
    if (message !== undefined) this.cautions.push({ path, label: field.label, message });
    return text;
  }
}

/**
 * Reads the form: cleans every text, accepts or refuses it, and puts placeholders where values are
 * missing or refused. Texts of hidden fields are not read.
 */
export function draftRole(values: RoleFormValues): RoleDraft {
  const reading = new Reading();
  const region = reading.required('region', regionField, values.region);
  const accountId = reading.required('accountId', accountIdField, values.accountId);
  const applicationId = reading.required('applicationId', applicationIdField, values.applicationId);
  const others = reading.list('otherApplications', applicationIdField, values.otherApplications);
  const partition = isPlaceholder(region) ? 'aws' : partitionOfRegion(region);
  const base = {
    partition,
    region,
    accountId,
    applicationIds: [applicationId, ...others.filter((id) => id !== applicationId)] as const,
    settings: readSettings(reading, values, applicationId),
  };
  const template: RoleTemplate =
    values.accessMode === 'web-experience'
      ? { ...base, accessMode: 'web-experience', ...readWebExperience(reading, values) }
      : { ...base, accessMode: 'api-only', ...readApi(reading, values, base) };
  const [first, ...rest] = reading.issues;
  const { cautions } = reading;
  if (isComplete(template, reading.issues)) return { status: 'ready', template, cautions };
  if (first === undefined) throw new RangeError('An incomplete draft has an issue');
  return { status: 'incomplete', template, issues: [first, ...rest], cautions };
}

/** Every placeholder comes with an issue: without one, the template is a request. */
const isComplete = (
  _template: RoleTemplate,
  issues: readonly FieldIssue[],
): _template is RoleRequest => issues.length === 0;

const isArn = (text: string): text is `arn:${string}` => text.startsWith('arn:');

/** The name of a role when none is typed: two applications never share one by accident. */
export function defaultRoleName(
  accessMode: RoleFormValues['accessMode'],
  applicationId: string,
): string {
  const mode = accessMode === 'web-experience' ? 'Web' : 'Api';
  const suffix = isPlaceholder(applicationId) ? '{{application_id}}' : applicationId.slice(0, 8);
  return `QBusinessAnonymous${mode}-${suffix}`;
}

const defaultDescription = (accessMode: RoleFormValues['accessMode']): string =>
  accessMode === 'web-experience'
    ? 'Amazon Q Business anonymous web experience'
    : 'Amazon Q Business anonymous API access';

function readSettings(
  reading: Reading,
  values: RoleFormValues,
  applicationId: string,
): RoleTemplate['settings'] {
  const fallback = defaultRoleName(values.accessMode, applicationId);
  const existing = values.accessMode === 'api-only' && values.caller === 'existing-role';
  const roleName = existing
    ? fallback
    : (reading.optional('roleName', roleNameField, values.roleName) ?? fallback);
  const policyName = reading.optional('policyName', policyNameField, values.policyName) ?? roleName;
  if (existing) {
    return {
      roleName,
      policyName,
      attachment: values.attachment,
      path: '/',
      description: '',
      tags: [],
      maxSessionDuration: 3600,
    };
  }
  const path = reading.optional('path', rolePathField, values.path) ?? '/';
  const boundary = reading.optional(
    'permissionsBoundary',
    permissionsBoundaryField,
    values.permissionsBoundary,
  );
  const seconds = reading.optional(
    'maxSessionDuration',
    maxSessionDurationField,
    values.maxSessionDuration,
  );
  return {
    roleName,
    policyName,
    attachment: values.attachment,
    path,
    description:
      reading.optional('description', descriptionField, values.description) ??
      defaultDescription(values.accessMode),
    tags: readTags(reading, values.tags),
    ...(boundary !== undefined && isArn(boundary) && { permissionsBoundary: boundary }),
    maxSessionDuration: seconds === undefined ? 3600 : Number(seconds),
  };
}

/** Keys count as the same in upper and lower case; a row of two empty texts is passed over. */
function readTags(reading: Reading, rows: readonly Tag[]): readonly Tag[] {
  const tags: Tag[] = [];
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const path = `tags.${index}`;
    const value = reading.optional(`${path}.value`, tagValueField, row.value) ?? '';
    if (tagKeyField.clean(row.key).text === '' && value === '') return;
    const key = reading.required(`${path}.key`, tagKeyField, row.key);
    if (isPlaceholder(key)) return;
    if (seen.has(key.toLowerCase())) {
      reading.refuse(
        `${path}.key`,
        tagKeyField.label,
        'invalid',
        `The key ${key} is there already`,
      );
      return;
    }
    seen.add(key.toLowerCase());
    tags.push({ key, value });
  });
  if (tags.length > MAX_TAGS) {
    reading.refuse(`tags.${MAX_TAGS}.key`, 'Tags', 'invalid', `At most ${MAX_TAGS} tags`);
  }
  return tags;
}

function readWebExperience(reading: Reading, values: RoleFormValues) {
  const webExperienceId = reading.optional(
    'webExperienceId',
    webExperienceIdField,
    values.webExperienceId,
  );
  const origins = reading.list('origins', originField, values.origins);
  if (origins.length > MAX_ORIGINS) {
    const path = `origins.${MAX_ORIGINS}.value`;
    reading.refuse(path, originField.label, 'invalid', `At most ${MAX_ORIGINS} websites`);
  }
  const { includeWebExperience } = values;
  return {
    ...(webExperienceId !== undefined && { webExperienceId }),
    origins,
    includeWebExperience,
  };
}

function readApi(
  reading: Reading,
  values: RoleFormValues,
  context: { readonly partition: string; readonly region: string; readonly accountId: string },
) {
  const network = readNetwork(reading, values);
  return {
    apiActions: values.apiActions,
    caller: values.caller,
    callerValues: readCaller(reading, values, context),
    ...(network && { network }),
  };
}

function readCaller(
  reading: Reading,
  values: RoleFormValues,
  context: { readonly partition: string; readonly region: string; readonly accountId: string },
): Readonly<Record<string, string>> {
  const caller = callerOf(values.caller);
  const typed: Readonly<Record<string, string>> = values.callers[values.caller];
  const read: Record<string, string> = {};
  const path = (name: string) => `callers.${values.caller}.${name}`;
  for (const field of caller.fields) {
    const raw = typed[field.name] ?? '';
    if (field.kind === 'choice') {
      const isKnown = field.choices.some(({ value }) => value === raw);
      read[field.name] = isKnown ? raw : field.choices[0].value;
    } else if (field.when?.(typed) ?? true) {
      read[field.name] = readCallerText(reading, path(field.name), field, raw);
    } else {
      read[field.name] = '';
    }
  }
  for (const { name, message } of caller.conflicts?.(read, context) ?? []) {
    const field = caller.fields.find((candidate) => candidate.name === name);
    if (field?.kind !== 'text') continue;
    reading.refuse(path(name), field.label, 'invalid', message);
    read[name] = field.token;
  }
  return read;
}

function readCallerText(
  reading: Reading,
  path: FieldPath,
  field: CallerTextField,
  raw: string,
): string {
  return field.required
    ? reading.required(path, field, raw)
    : (reading.optional(path, field, raw) ?? '');
}

const networkLists = {
  'vpc-endpoint': ['vpcEndpoints', vpcEndpointIdField],
  vpc: ['vpcs', vpcIdField],
  'ip-range': ['ipRanges', ipRangeField],
} as const satisfies Record<
  Exclude<NetworkLimit, 'none'>,
  readonly [keyof RoleFormValues, TextField]
>;

function readNetwork(reading: Reading, values: RoleFormValues): NetworkCondition | undefined {
  const limit = values.networkLimit;
  if (limit === 'none') return undefined;
  const [name, field] = networkLists[limit];
  const [first, ...rest] = reading.list(name, field, values[name]);
  if (first !== undefined) return { limit, values: [first, ...rest] satisfies NonEmpty<string> };
  // A refused row has its own issue; only an empty list lacks one.
  if (values[name].every(({ value }) => field.clean(value).text === '')) {
    reading.refuse(`${name}.0.value`, field.label, 'missing', `${field.label} is missing`);
  }
  return { limit, values: [field.token] };
}
