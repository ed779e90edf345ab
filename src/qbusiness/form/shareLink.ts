import { beyondLimit, MAX_LINK_LENGTH, MAX_LINK_VALUES } from '../textLimits';
import { CALLER_OF_VERSION_1, withCallerOfVersion1 } from './callerOfVersion1';
import type { FormField } from './formField';
import { formFields, type FieldName } from './formFields';
import { emptyFormValues } from './formValues';
import type { RoleFormValues } from './formValues';
import { readRequestJson, type RequestJson, type RequestJsonProblem } from './requestJson';

/**
 * The version that starts every fragment. Links of a version open forever; a change that old links
 * would not survive takes a new number and keeps the reader of the old one.
 */
const VERSION = '1';

/** Fields that a link can leave out, for the person who opens it to fill in. */
const identifyingNames = formFields.flatMap((field: FormField & { readonly name: FieldName }) =>
  field.isIdentifier === true ? [field.name] : [],
);

export interface ShareOptions {
  /**
   * Leave out the account ID, the application IDs and the web experience ID, and every other text
   * that mentions an account or one of these, such as the ARN of a permissions boundary.
   */
  readonly withoutIds?: boolean;
}

/**
 * The values that differ from an empty form as the text of a URL fragment, without `#`:
 * `v1&region=us-east-1&callers.lambda.functionName=chat`. A fragment is never sent to a server.
 *
 * @param beside what the link holds besides the form, under names that are none of the form's
 */
export function encodeShareLink(
  values: RoleFormValues,
  options: ShareOptions = {},
  beside: Readonly<Record<string, unknown>> = {},
): string {
  const shared = options.withoutIds ? withoutIds(values) : values;
  const isApiOnly = values.accessMode === 'api-only';
  const leftOut = { ...emptyFormValues, ...(isApiOnly && { caller: CALLER_OF_VERSION_1 }) };
  const pairs = [...leaves(shared, leftOut, ''), ...leaves(beside, {}, '')].map(
    ([path, text]) => `${path}=${encodeValue(text)}`,
  );
  return [`v${VERSION}`, ...pairs].join('&');
}

/** The content of a link: the form, and further values under the requested names. */
export interface DecodedLink extends RequestJson {
  readonly beside?: Readonly<Record<string, unknown>>;
}

/**
 * The values of a fragment, with or without `#`; undefined where it is none of ours. A value from a
 * link is treated as if typed: it is checked by the form, never trusted.
 *
 * @param besideNames what the caller reads itself, such as `rows`
 */
export function decodeShareLink(
  fragment: string,
  besideNames: readonly string[] = [],
): DecodedLink | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(`v${VERSION}&`) && text !== `v${VERSION}`) return undefined;
  if (text.length > MAX_LINK_LENGTH) {
    return refused(beyondLimit('The link', text.length, MAX_LINK_LENGTH));
  }
  const [, ...pairs] = text.split('&');
  if (pairs.length > MAX_LINK_VALUES) {
    return refused(beyondLimit('The link', pairs.length, MAX_LINK_VALUES, 'values'));
  }
  const json: JsonTree = new Map();
  const lost: RequestJsonProblem[] = [];
  for (const pair of pairs) {
    if (pair === '') continue;
    const [path = ''] = pair.split('=', 1);
    const message =
      path === '' || path === pair
        ? 'A name and a value are expected'
        : plant(json, path.split('.'), decodeValue(pair.slice(path.length + 1)));
    if (message !== undefined) lost.push({ path, message });
  }
  const beside = besideNames.flatMap((name) => {
    const part = json.get(name);
    json.delete(name);
    return part === undefined ? [] : [[name, valueOf(part)] as const];
  });
  const read = readRequestJson(withCallerOfVersion1(listsIn(json)));
  const form = { ...read, problems: [...lost, ...read.problems] };
  return beside.length === 0 ? form : { ...form, beside: Object.fromEntries(beside) };
}

const refused = (message: string): DecodedLink => ({
  values: emptyFormValues,
  problems: [{ path: '', message }],
  cleaned: [],
});

function withoutIds(values: RoleFormValues): RoleFormValues {
  const ids = [
    values.applicationId,
    values.webExperienceId,
    ...values.otherApplications.map(({ value }) => value),
  ]
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const tells = (text: string) =>
    /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/.test(text) || ids.some((id) => text.includes(id));
  const silence = (value: unknown): unknown => {
    if (typeof value === 'string') return tells(value) ? '' : value;
    if (Array.isArray(value)) return value.map(silence);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, silence(part)]));
  };
  const kept = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, silence(value)]),
  );
  const emptied = Object.fromEntries(identifyingNames.map((name) => [name, emptyFormValues[name]]));
  return { ...values, ...kept, ...emptied };
}

/** Every text of `value` that `reference` does not hold, by dotted path. */
function* leaves(
  value: unknown,
  reference: unknown,
  path: string,
): Generator<readonly [string, string]> {
  if (typeof value === 'object' && value !== null) {
    const counterparts = new Map<string, unknown>(
      typeof reference === 'object' && reference !== null ? Object.entries(reference) : [],
    );
    const parts = new Map<string, unknown>(Object.entries(value));
    // In the order of an empty form, so that the same values make the same link.
    for (const key of new Set([...counterparts.keys(), ...parts.keys()])) {
      if (!parts.has(key)) continue;
      yield* leaves(parts.get(key), counterparts.get(key), path === '' ? key : `${path}.${key}`);
    }
  } else if (value !== reference) {
    yield [path, String(value)];
  }
}

/** Readable in an address bar: only what a fragment or this format cannot hold is escaped. */
const encodeValue = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(?:3A|2F|40|2C|2B)/g,
    decodeURIComponent,
  );

function decodeValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The text has a malformed escape: it is taken as it is, and the form accepts or refuses it.
    return text;
  }
}

type JsonTree = Map<string, string | JsonTree>;

/** Deeper than any form value, also in a row of a table; shallow enough for any stack. */
const MAX_DEPTH = 6;

/** Puts the text into the tree, and returns what is lost by it. */
function plant(tree: JsonTree, path: readonly string[], text: string): string | undefined {
  const last = path.at(-1);
  if (last === undefined || path.length > MAX_DEPTH) return 'There is no such value';
  let isReplaced = false;
  let node = tree;
  for (const key of path.slice(0, -1)) {
    const next = node.get(key);
    const branch: JsonTree = next instanceof Map ? next : new Map();
    isReplaced ||= typeof next === 'string';
    node.set(key, branch);
    node = branch;
  }
  isReplaced ||= node.has(last);
  node.set(last, text);
  return isReplaced ? 'It is there more than once; the last one counts' : undefined;
}

const valueOf = (part: string | JsonTree): unknown => (part instanceof Map ? listsIn(part) : part);

/** Turns objects whose keys are 0, 1, 2 … into lists. */
function listsIn(tree: JsonTree): unknown {
  const entries = [...tree].map(([key, part]) => [key, valueOf(part)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}
