import type { Truth } from './truth';
import { valueParts } from './unknownValue';

/** Exactly one character. */
export const one = 0;
/** Any number of characters, none included. */
export const many = 1;

/**
 * A character, a wildcard, a policy variable whose value the request gives, or a part that a tool fills
 * in later and of which only the name is known.
 */
export type PatternToken =
  string | typeof one | typeof many | { readonly variable: string } | { readonly unknown: string };

/** A compiled text of a policy: characters, wildcards and policy variables apart. */
export type Pattern = readonly PatternToken[];

/** The value of a policy variable: a text, none, or not known. */
export type VariableValue =
  | { readonly state: 'value'; readonly value: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

export interface PatternOptions {
  /** `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** `${…}` is a policy variable: only where the document's Version is 2012-10-17. */
  readonly variables: boolean;
}

interface PolicyVariable {
  /** The condition key that gives the value. */
  readonly key: string;
  readonly defaultValue?: string;
}

/** Characters that policies write as `${*}`, `${?}` and `${$}` when they are meant literally. */
const escapes: ReadonlySet<string> = new Set(['*', '?', '$']);

/**
 * Reads what stands between the braces of a policy variable, such as `aws:PrincipalTag/team, 'none'`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-default-values
 */
export function parseVariable(inside: string): PolicyVariable {
  const comma = inside.indexOf(', ');
  const quoted = comma === -1 ? '' : inside.slice(comma + 2).trim();
  if (quoted.length < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
    return { key: inside.trim() };
  }
  return { key: inside.slice(0, comma).trim(), defaultValue: quoted.slice(1, -1) };
}

/** Compiles a text without looking its variables up: each one stands for itself. */
export function compilePattern(text: string, options: PatternOptions): Pattern {
  const parts = valueParts(text);
  if (parts.length === 1 && 'text' in (parts[0] ?? {})) return compileText(text, options);
  return parts.flatMap((part) => ('unknown' in part ? [part] : compileText(part.text, options)));
}

function compileText(text: string, { wildcards, variables }: PatternOptions): Pattern {
  const tokens: PatternToken[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    const close = variables && character === '$' && text[i + 1] === '{' ? text.indexOf('}', i) : -1;
    if (close !== -1) {
      const inside = text.slice(i + 2, close);
      tokens.push(variableToken(inside));
      i = close;
    } else if (wildcards && character === '*') {
      tokens.push(many);
    } else if (wildcards && character === '?') {
      tokens.push(one);
    } else {
      tokens.push(character);
    }
  }
  return tokens;
}

/** A variable with blanks around its name is not described by AWS, so its value is not known. */
function variableToken(inside: string): PatternToken {
  if (escapes.has(inside)) return inside;
  return inside === inside.trim() ? { variable: inside } : { unknown: `\${${inside}}` };
}

/** A pattern whose variables have their values, or why there is none. */
export type ResolvedPattern =
  | { readonly state: 'resolved'; readonly pattern: Pattern }
  /** A variable has no value: such a text equals nothing and is like nothing. */
  | { readonly state: 'absent' }
  /** The texts that it may stand for are all matched by the pattern `widest`. */
  | { readonly state: 'unknown'; readonly widest: Pattern };

/** Puts values in place of variables. Wildcards in a value are plain characters. */
export function resolveVariables(
  pattern: Pattern,
  lookUp: (key: string) => VariableValue,
): ResolvedPattern {
  if (!pattern.some((token) => typeof token === 'object')) return { state: 'resolved', pattern };
  const tokens: PatternToken[] = [];
  let isKnown = true;
  for (const token of pattern) {
    if (typeof token !== 'object') {
      tokens.push(token);
      continue;
    }
    const { key, defaultValue } =
      'variable' in token ? parseVariable(token.variable) : { key: '', defaultValue: undefined };
    const found: VariableValue = 'variable' in token ? lookUp(key) : { state: 'unknown' };
    if (found.state === 'unknown') {
      isKnown = false;
      tokens.push(many);
    } else if (found.state === 'value') tokens.push(...found.value.split(''));
    else if (defaultValue === undefined) return { state: 'absent' };
    else tokens.push(...defaultValue.split(''));
  }
  return isKnown ? { state: 'resolved', pattern: tokens } : { state: 'unknown', widest: tokens };
}

/** Whether the text is surely, possibly or surely not what the pattern stands for. */
export function patternMatches(
  pattern: Pattern,
  text: string,
  lookUp: (key: string) => VariableValue,
): Truth {
  const resolved = resolveVariables(pattern, lookUp);
  // Nothing is equal to or like a variable without a value, so the negated operators hold.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
  if (resolved.state === 'absent') return false;
  if (resolved.state === 'resolved') return matchesText(resolved.pattern, text);
  return matchesText(resolved.widest, text) ? 'unknown' : false;
}

/** Case is folded as IAM folds the case of action names and of `…IgnoreCase`. */
export function foldCase(pattern: Pattern): Pattern {
  return pattern.map((token) => (typeof token === 'string' ? token.toLowerCase() : token));
}

export function isWildcard(pattern: Pattern): boolean {
  return pattern.some((token) => token === one || token === many);
}

/** Whether the text is in the language of a pattern without variables. */
export function matchesText(pattern: Pattern, text: string): boolean {
  return takes(pattern, text.split(''));
}

/** Beyond this product of lengths it is left open whether one pattern covers another. */
const workLimit = 1_000_000;

/**
 * Whether every text of the second pattern is surely one of the first: true is certain, false may only
 * mean that no proof was found. A variable is covered by `*` and by itself.
 */
export function covers(general: Pattern, specific: Pattern): boolean {
  return general.length * specific.length <= workLimit && takes(general, specific);
}

/** Backtracks to the last `*` only, so the work is at most the product of the lengths. */
function takes(general: Pattern, specific: Pattern): boolean {
  let g = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < specific.length) {
    const wanted = general[g];
    const given = specific[s];
    if (wanted === many) {
      star = g;
      resume = s;
      g += 1;
    } else if (wanted !== undefined && given !== undefined && covered(wanted, given)) {
      g += 1;
      s += 1;
    } else if (star >= 0) {
      resume += 1;
      s = resume;
      g = star + 1;
    } else {
      return false;
    }
  }
  while (general[g] === many) g += 1;
  return g === general.length;
}

function covered(wanted: PatternToken, given: PatternToken): boolean {
  if (given === many) return false;
  if (typeof given === 'object') {
    if (typeof wanted !== 'object') return false;
    if ('unknown' in given) return 'unknown' in wanted && wanted.unknown === given.unknown;
    return 'variable' in wanted && sameVariable(wanted.variable, given.variable);
  }
  return wanted === one || wanted === given;
}

function sameVariable(left: string, right: string): boolean {
  const a = parseVariable(left);
  const b = parseVariable(right);
  return a.key.toLowerCase() === b.key.toLowerCase() && a.defaultValue === b.defaultValue;
}
