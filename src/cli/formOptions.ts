import { callers } from '../qbusiness/callers';
import type { FormField } from '../qbusiness/form/formField';
import { formFields, type DeclaredField } from '../qbusiness/form/formFields';
import type { FieldPath } from '../qbusiness/form/textField';
import { UsageError } from './command';

const fields: readonly FormField[] = formFields;

/** Fields whose option may be repeated. */
type RepeatedKind = 'list' | 'tags' | 'callerValues';

type OptionOf<F extends FormField> = F extends { kind: 'switch' }
  ? { readonly type: 'boolean' }
  : { readonly type: 'string'; readonly multiple: F['kind'] extends RepeatedKind ? true : false };

/** The options of a command for the values of the form. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names that the list gives it
export const formOptions = Object.fromEntries(
  fields.map((field) => [
    field.option,
    field.kind === 'switch'
      ? { type: 'boolean' }
      : { type: 'string', multiple: isRepeated(field.kind) },
  ]),
) as { readonly [F in DeclaredField as F['option']]: OptionOf<F> };

function isRepeated(kind: FormField['kind']): kind is RepeatedKind {
  return kind === 'list' || kind === 'tags' || kind === 'callerValues';
}

export type FormOptionValues = Readonly<
  Partial<Record<keyof typeof formOptions, string | boolean | readonly string[]>>
>;

export interface OptionRequest {
  readonly request: Readonly<Record<string, unknown>>;
  /** The paths of the values that were given as options. */
  readonly explicit: ReadonlySet<FieldPath>;
}

/**
 * The options as a JSON request, laid over one that a file holds. A list given as options replaces
 * the list of the file.
 *
 * @throws UsageError for a tag or a caller value without `=`, and for caller values without a caller.
 */
export function requestOfOptions(
  options: FormOptionValues,
  file: Readonly<Record<string, unknown>>,
): OptionRequest {
  const request: Record<string, unknown> = { ...file };
  const explicit = new Set<FieldPath>();
  for (const { name, option, kind } of formFields) {
    const value = options[option];
    if (value === undefined || kind === 'callerValues') continue;
    explicit.add(name);
    request[name] =
      kind === 'tags' ? pairs(option, value).map(([key, text]) => ({ key, value: text })) : value;
  }
  const callerValues = options['caller-value'];
  if (callerValues !== undefined) {
    const kind = request['caller'];
    if (typeof kind !== 'string') throw new UsageError('--caller-value needs --caller');
    const typed = pairs('caller-value', callerValues);
    const names = typed.map(([name]) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new UsageError(`--caller-value ${twice} is given twice`);
    for (const name of names) explicit.add(`callers.${kind}.${name}`);
    const ofFile = isRecord(request['callers']) ? request['callers'] : {};
    const before = isRecord(ofFile[kind]) ? ofFile[kind] : {};
    request['callers'] = { ...ofFile, [kind]: { ...before, ...Object.fromEntries(typed) } };
  }
  return { request, explicit };
}

/** The option that sets the form value at a dotted path: `tags.0.key` is `--tag`. */
export function optionOf(path: FieldPath): string | undefined {
  const [name] = path.split('.');
  const field = formFields.find((candidate) => candidate.name === name);
  return field && `--${field.option}`;
}

/** The part of a command's help for the options of the form. */
export function describeFormOptions(): string {
  const groups = [
    ['Values, each as on the page:', undefined],
    ['For a web experience (--access-mode web-experience, the default):', 'web-experience'],
    ['For API calls (--access-mode api-only):', 'api-only'],
  ] as const;
  const text = groups.map(([title, mode]) => {
    const lines = fields.filter((field) => modeOf(field) === mode).map(lineOf);
    return `${title}\n${lines.join('')}`;
  });
  const kinds = callers.map(
    ({ kind, fields }) => `  ${kind.padEnd(18)}${fields.map(({ name }) => name).join(', ')}`,
  );
  return `${text.join('\n')}\nCallers and their values:\n${kinds.map((line) => `${line.trimEnd()}\n`).join('')}`;
}

/** The access mode that a field needs, by itself or through another field. */
function modeOf({ needs }: Pick<FormField, 'needs'>): string | undefined {
  for (const need of needs ?? []) {
    if (!('is' in need)) continue;
    if (need.field === 'accessMode') return need.is;
    const other = fields.find(({ name }) => name === need.field);
    return other && modeOf(other);
  }
  return undefined;
}

const COLUMN = 34;

function lineOf(field: FormField): string {
  const choices =
    field.kind === 'choice' ? field.choices.map(({ value }) => value).join('|') : undefined;
  const operand = field.kind === 'decision' ? 'KIND' : (field.operand ?? choices);
  const repeatable = isRepeated(field.kind) ? '; repeatable' : '';
  const option = `  --${field.option}${operand === undefined ? '' : ` ${operand}`}`;
  const words = `${field.label}${repeatable}`;
  return option.length < COLUMN
    ? `${option.padEnd(COLUMN)}${words}\n`
    : `${option}\n${' '.repeat(COLUMN)}${words}\n`;
}

function pairs(
  option: string,
  value: string | boolean | readonly string[],
): readonly (readonly [string, string])[] {
  return (Array.isArray(value) ? value : [String(value)]).map((pair: string) => {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new UsageError(`--${option} needs NAME=VALUE, not “${pair}”`);
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
  });
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
