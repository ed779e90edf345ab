import type { JsonPath, TextRange } from '../syntax/jsonRanges';
import type { ParsedJson } from '../syntax/jsonParser';
import { parseJson } from '../syntax/parseJson';
import {
  actions,
  conditionKeys,
  conditionOperators,
  documentElements,
  effects,
  find,
  operatorMeaning,
  principalKeys,
  servicePrincipals,
  statementElements,
  versions,
  type PolicyWord,
} from './policyVocabulary';

/** A suggestion for the text at the cursor; its range, in offsets, is replaced. */
export interface PolicyCompletion extends TextRange {
  readonly label: string;
  readonly insertText: string;
  readonly documentation: string;
}

export interface PolicyExplanation extends TextRange {
  readonly text: string;
}

/** Suggestions for a place in a policy document. */
export function completePolicy(text: string, offset: number): readonly PolicyCompletion[] {
  const parsed = parseJson(text);
  const spot = spotAt(text, offset, parsed) ?? gapAt(text, parsed, offset);
  if (!spot) return [];
  return vocabularyOf(spot).map(({ name, meaning }) => ({
    label: name,
    insertText: JSON.stringify(name),
    documentation: meaning,
    start: spot.start,
    end: spot.end,
  }));
}

/** Explains the word at a place; undefined if it is no element, operator, key or action of policies. */
export function explainPolicy(text: string, offset: number): PolicyExplanation | undefined {
  const spot = spotAt(text, offset, parseJson(text));
  if (!spot) return undefined;
  const vocabulary = vocabularyOf(spot);
  const meaning =
    vocabulary === conditionOperators
      ? operatorMeaning(spot.word)
      : (find(vocabulary, spot.word) ?? find(vocabulary, spot.word.replace(/\/.*/, '/')))?.meaning;
  return meaning === undefined
    ? undefined
    : { start: spot.start, end: spot.end, text: `${spot.word}\n${meaning}` };
}

/** The text as JSON with two spaces; undefined where it is no JSON yet. */
export function formatPolicy(text: string): string | undefined {
  const { value, issues } = parseJson(text);
  // A repeated key is valid JSON, but printing it would lose one of the two.
  return issues.length > 0 || value === undefined
    ? undefined
    : `${JSON.stringify(value, null, 2)}\n`;
}

/** A key or a text at the cursor. */
interface Spot extends TextRange {
  /** The path of the value, or of the value whose key it is. */
  readonly path: JsonPath;
  readonly part: 'key' | 'value';
  readonly word: string;
}

function spotAt(text: string, offset: number, { value, ranges }: ParsedJson): Spot | undefined {
  // A string that is not closed yet ends at the cursor.
  const isOpen = (range: TextRange) => !/^"[^]*"$/.test(text.slice(range.start, range.end));
  const holds = (range: TextRange) =>
    range.start < offset && (offset < range.end || (offset === range.end && isOpen(range)));
  for (const [path, { key, value: range }] of ranges.entries()) {
    if (key && holds(key)) return { path, part: 'key', word: String(path.at(-1)), ...key };
    if (!holds(range)) continue;
    const found = path.reduce<unknown>(memberOf, value);
    if (typeof found === 'string') return { path, part: 'value', word: found, ...range };
  }
  return undefined;
}

function memberOf(owner: unknown, step: string | number): unknown {
  if (typeof owner !== 'object' || owner === null) return undefined;
  return Object.hasOwn(owner, step) ? (Reflect.get(owner, step) as unknown) : undefined;
}

/** Between two members, where a new one may begin. */
function gapAt(text: string, { ranges }: ParsedJson, offset: number): Spot | undefined {
  let inside: Spot | undefined;
  for (const [path, { value }] of ranges.entries()) {
    if (value.start >= offset || offset > value.end - 1) continue;
    if (text[value.start] === '{') {
      inside = { path: [...path, ''], part: 'key', word: '', start: offset, end: offset };
    } else if (text[value.start] === '[') {
      inside = { path: [...path, 0], part: 'value', word: '', start: offset, end: offset };
    } else inside = undefined;
  }
  const before = text.slice(0, offset).trimEnd().at(-1);
  return before !== undefined && '{[,'.includes(before) ? inside : undefined;
}

function vocabularyOf({ path, part }: Spot): readonly PolicyWord[] {
  const steps = path.filter((step) => typeof step === 'string');
  return part === 'key' ? keysBelow(steps.slice(0, -1), path) : valuesOf(steps);
}

function keysBelow(owner: readonly string[], path: JsonPath): readonly PolicyWord[] {
  if (owner.at(-2) === 'Condition') return conditionKeys;
  switch (owner.at(-1) ?? '') {
    case 'Condition':
      return conditionOperators;
    case 'Principal':
    case 'NotPrincipal':
      return principalKeys;
    case 'Statement':
      return statementElements;
    default:
      return path.length === 1 ? documentElements : [];
  }
}

function valuesOf(steps: readonly string[]): readonly PolicyWord[] {
  switch (steps.at(-1) ?? '') {
    case 'Action':
    case 'NotAction':
      return actions;
    case 'Effect':
      return effects;
    case 'Version':
      return versions;
    case 'Service':
      return steps.at(-2)?.endsWith('Principal') ? servicePrincipals : [];
    default:
      return [];
  }
}
