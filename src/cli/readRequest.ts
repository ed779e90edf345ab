import { draftRole } from '../qbusiness/draft';
import { formFieldOf } from '../qbusiness/form/formFields';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { readRequestJson, type RequestJson } from '../qbusiness/form/requestJson';
import { givenPaths, settleRequest, valueAt } from '../qbusiness/form/settleRequest';
import { describeRemoved, type FieldPath } from '../qbusiness/form/textField';
import type { RoleDraft } from '../qbusiness/request';
import { parseJson } from '../syntax/parseJson';
import { UsageError } from './command';
import { isRecord, optionOf, requestOfOptions, type FormOptionValues } from './formOptions';

/** Something to say about one value. */
export interface ValueRemark {
  readonly path: FieldPath;
  readonly label?: string;
  readonly message: string;
}

export interface ReadRequest {
  /** As given, with what follows from it. */
  readonly values: RoleFormValues;
  readonly draft: RoleDraft;
  /** What cannot be read or contradicts, whatever else is missing. */
  readonly conflicts: readonly ValueRemark[];
  /** Why the request is refused; empty where it is not. */
  readonly problems: readonly ValueRemark[];
  /** What was taken out of values, and what was taken as said. */
  readonly notes: readonly ValueRemark[];
}

/**
 * The values of a request file, with those of the options over them.
 *
 * @param file The text of the file, and what to call it.
 * @throws UsageError for a file that is not JSON, and for options that make no sense.
 */
export function readRequest(
  options: FormOptionValues,
  file?: { readonly name: string; readonly text: string },
): ReadRequest {
  const { request, explicit } = requestOfOptions(options, file ? readJsonObject(file) : {});
  const read = readRequestJson(request);
  const given = givenPaths(request);
  // A switch that nobody gave is called as the values are that were given.
  const isOption = (path: FieldPath) =>
    explicit.has(path) ||
    (!path.startsWith('callers.') && explicit.has(path.split('.')[0] ?? '')) ||
    (!given.has(path) && explicit.size > 0 && !path.includes('.'));
  const nameOf = (path: FieldPath) => (isOption(path) ? callOption(path) : path);
  const settled = settleRequest(read.values, { given, explicit, nameOf });
  const draft = draftRole(settled.values);
  const early = [
    ...read.problems,
    ...settled.problems,
    ...emptyPaths(read, explicit).map((path) => ({
      path,
      message: `${nameOf(path)} is empty: leave it out where the default is meant`,
    })),
  ];
  const named = new Set(early.map(({ path }) => path.split('.')[0]));
  const issues = draft.status === 'ready' ? [] : draft.issues;
  return {
    values: settled.values,
    draft,
    conflicts: early,
    problems: [
      ...early,
      // What could not be read is missing besides.
      ...issues.filter(({ path }) => !named.has(path.split('.')[0])),
    ],
    notes: [
      ...read.cleaned.map(({ path, label, removed }) => ({
        path,
        label,
        message: describeRemoved(removed) ?? '',
      })),
      ...settled.notes.map(({ path, message }) => {
        const label = formFieldOf(path)?.label;
        return { path, ...(label !== undefined && { label }), message };
      }),
    ],
  };
}

/**
 * Values that were given and hold nothing, often because a variable of a script is not set: with the
 * default in their place, the role could be wider than asked.
 */
function emptyPaths(
  { values, cleaned }: RequestJson,
  explicit: ReadonlySet<FieldPath>,
): readonly FieldPath[] {
  const rows = [...explicit].flatMap((path) => {
    const value = valueAt(values, path);
    return Array.isArray(value) ? value.map((_, index) => `${path}.${index}.value`) : [path];
  });
  const paths = new Set([...rows, ...cleaned.map(({ path }) => path)]);
  return [...paths].filter((path) => valueAt(values, path) === '' && !/^tags\b/.test(path));
}

function callOption(path: FieldPath): string {
  const [name, , value] = path.split('.');
  return name === 'callers' ? `--caller-value ${value}` : (optionOf(path) ?? path);
}

function readJsonObject({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): Readonly<Record<string, unknown>> {
  const { value, issues } = parseJson(text);
  // Windows programs put one before the text; no JSON reader needs it.
  const issue = issues.find(({ code }) => code !== 'byte-order-mark');
  if (issue) {
    const before = text.slice(0, issue.start).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
    const message =
      issue.code === 'duplicate-key'
        ? `The key ${text.slice(issue.start, issue.end)} appears twice`
        : issue.message;
    throw new UsageError(
      issue.code === 'duplicate-key'
        ? `${name}, ${place}: ${message}`
        : `${name} is not JSON, ${place}: ${message}`,
    );
  }
  if (!isRecord(value)) throw new UsageError(`${name} holds no JSON object`);
  return value;
}
