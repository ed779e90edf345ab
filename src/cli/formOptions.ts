import { UsageError } from './command';

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;

/** The form's values as options of a command; every option is one value of the form. */
export const formOptions = {
  region: text,
  'account-id': text,
  'application-id': text,
  'other-application': list,
  'access-mode': text,
  'web-experience-id': text,
  origin: list,
  'include-web-experience': { type: 'boolean' },
  'api-actions': text,
  caller: text,
  'caller-value': list,
  'network-limit': text,
  'vpc-endpoint': list,
  vpc: list,
  'ip-range': list,
  'role-name': text,
  'policy-name': text,
  attachment: text,
  path: text,
  description: text,
  tag: list,
  'permissions-boundary': text,
  'max-session-duration': text,
} as const;

type FormOption = keyof typeof formOptions;

/** The form value of each option, under the names of a JSON request. */
const valueNames: Readonly<Record<FormOption, string>> = {
  region: 'region',
  'account-id': 'accountId',
  'application-id': 'applicationId',
  'other-application': 'otherApplications',
  'access-mode': 'accessMode',
  'web-experience-id': 'webExperienceId',
  origin: 'origins',
  'include-web-experience': 'includeWebExperience',
  'api-actions': 'apiActions',
  caller: 'caller',
  'caller-value': 'callers',
  'network-limit': 'networkLimit',
  'vpc-endpoint': 'vpcEndpoints',
  vpc: 'vpcs',
  'ip-range': 'ipRanges',
  'role-name': 'roleName',
  'policy-name': 'policyName',
  attachment: 'attachment',
  path: 'path',
  description: 'description',
  tag: 'tags',
  'permissions-boundary': 'permissionsBoundary',
  'max-session-duration': 'maxSessionDuration',
};

export type FormOptionValues = Readonly<
  Partial<Record<FormOption, string | boolean | readonly string[]>>
>;

/**
 * The options as a JSON request, laid over one that a file holds. A list given as options replaces
 * the list of the file.
 *
 * @throws UsageError for a tag or a caller value without `=`, and for caller values without a caller.
 */
export function requestOfOptions(
  options: FormOptionValues,
  file: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const request: Record<string, unknown> = { ...file };
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || !isFormOption(option)) continue;
    if (option === 'tag') {
      request['tags'] = pairs(option, value).map(([key, text]) => ({ key, value: text }));
    } else if (option !== 'caller-value') {
      request[valueNames[option]] = value;
    }
  }
  const callerValues = options['caller-value'];
  if (callerValues !== undefined) {
    const kind = request['caller'];
    if (typeof kind !== 'string') throw new UsageError('--caller-value needs --caller');
    const callers = isRecord(request['callers']) ? request['callers'] : {};
    const typed = isRecord(callers[kind]) ? callers[kind] : {};
    request['callers'] = {
      ...callers,
      [kind]: { ...typed, ...Object.fromEntries(pairs('caller-value', callerValues)) },
    };
  }
  return request;
}

/** The option that sets the form value at a dotted path: `tags.0.key` is `--tag`. */
export function optionOf(path: string): string | undefined {
  const [name] = path.split('.');
  const found = Object.entries(valueNames).find(([, value]) => value === name);
  return found && `--${found[0]}`;
}

function pairs(
  option: FormOption,
  value: string | boolean | readonly string[],
): readonly (readonly [string, string])[] {
  return (Array.isArray(value) ? value : [String(value)]).map((pair: string) => {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new UsageError(`--${option} needs NAME=VALUE, not “${pair}”`);
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
  });
}

const isFormOption = (option: string): option is FormOption => Object.hasOwn(valueNames, option);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
