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

/** A remark on one value. */
export interface ValueRemark {
  readonly path: FieldPath;
  readonly label?: string;
  readonly message: string;
}

export interface ReadRequest {
  /** The given values, with those that follow from them. */
  readonly values: RoleFormValues;
  readonly draft: RoleDraft;
  /** Values that cannot be read or contradict each other, even if others are missing. */
  readonly conflicts: readonly ValueRemark[];
  /** Why the request is refused; empty if it is accepted. */
  readonly problems: readonly ValueRemark[];
  /** What was removed from values, and which values were inferred. */
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
  // An inferred value is called by its option or its JSON name, like the given values.
  const isOption = (path: FieldPath) =>
    explicit.has(path) ||
    (!path.startsWith('callers.') && explicit.has(path.split('.')[0] ?? '')) ||
    (!given.has(path) && explicit.size > 0 && !path.includes('.'));
  const nameOf = (path: FieldPath) => (isOption(path) ? callOption(path) : path);
  const settled = settleRequest(read.values, { given, explicit, nameOf });
  const draft = draftRole(settled.values);
  // A value that could not be read is empty now, but was not given so.
  const unread = new Set(read.problems.map(({ path }) => path));
  const early = [
    ...read.problems,
    ...settled.problems,
    ...emptyPaths(read, explicit)
      .filter((path) => !unread.has(path))
      .map((path) => ({
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
      // A value that could not be read is not reported as missing, too.
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
 * Values that were given but are empty, often because a variable of a script is not set. They are
 * refused, because with the default the role could allow more than intended.
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
  // Windows programs write a byte order mark, which is harmless.
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
