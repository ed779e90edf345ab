import {
  compilePattern,
  foldCase,
  parseVariable,
  many,
  type Pattern,
  type PatternToken,
} from '../pattern';
import {
  hasEarlyVariable,
  isEverything,
  isKnownAction,
  mayCrossColons,
  resourceParts,
} from '../match';
import { arnParts } from '../arn';
import { anything, anythingButColon } from './characters';
import { GlobBuilder, type Glob } from './glob';
import { emptySet, textSet, type TextPredicate } from './textSet';
import type { VariableChoices } from './variables';

/** One pattern as two globs: the texts that surely match, and those that may. */
interface Reading {
  readonly sure: Glob | undefined;
  readonly possible: Glob | undefined;
  /** The two globs differ only in policy variables, which `sure` takes as symbolic values. */
  readonly isSymbolic: boolean;
}

export interface TextReader {
  readonly variables: boolean;
  readonly choices: VariableChoices;
}

const nothing: Reading = { sure: undefined, possible: undefined, isSymbolic: false };

const everything = new GlobBuilder().loop(anything).build('*');
const allReading: Reading = { sure: everything, possible: everything, isSymbolic: false };

/** Puts the chosen values in place of variables; undefined where one has no value. */
function chosen(pattern: Pattern, choices: VariableChoices): Pattern | undefined {
  const tokens: PatternToken[] = [];
  for (const token of pattern) {
    if (typeof token !== 'object' || !('variable' in token)) {
      tokens.push(token);
      continue;
    }
    const { key, defaultValue } = parseVariable(token.variable);
    const choice = choices.get(key.toLowerCase()) ?? { state: 'absent' };
    if (choice.state === 'symbolic') tokens.push({ variable: key.toLowerCase() });
    else if (choice.state === 'value') tokens.push(...choice.value.split(''));
    else if (defaultValue === undefined) return undefined;
    else tokens.push(...defaultValue.split(''));
  }
  return tokens;
}

const isVariable = (token: PatternToken): boolean =>
  typeof token === 'object' && 'variable' in token;
const isUnknown = (token: PatternToken): boolean => typeof token === 'object' && 'unknown' in token;

/** The pattern with `*` in place of every part whose text is not known. */
const widened = (tokens: Pattern): Pattern =>
  tokens.map((token) => (typeof token === 'object' ? many : token));

/** Reads one text, or the six parts of an ARN; in the first five parts a wildcard does not match a colon. */
function readingOf(
  source: string,
  parts: readonly Pattern[],
  { choices }: TextReader,
  ignoreCase = false,
): Reading {
  const resolved = parts.map((part) => chosen(part, choices));
  const known = resolved.flatMap((part) => (part ? [part] : []));
  if (known.length < parts.length) return nothing;
  const build = (patterns: readonly Pattern[]): Glob => {
    const builder = new GlobBuilder();
    patterns.forEach((tokens, i) => {
      if (i > 0) builder.text(':');
      builder.tokens(tokens, patterns.length > 1 && i < 5, ignoreCase);
    });
    return builder.build(source);
  };
  const possible = build(known.map(widened));
  if (known.some((part) => part.some(isUnknown))) {
    return { sure: undefined, possible, isSymbolic: false };
  }
  const isSymbolic = known.some((part) => part.some(isVariable));
  return { sure: isSymbolic ? build(known) : possible, possible, isSymbolic };
}

function predicateOf(readings: readonly Reading[]): TextPredicate {
  const globs = (pick: 'sure' | 'possible') =>
    textSet(readings.flatMap((reading) => (reading[pick] ? [reading[pick]] : [])));
  const isExact = readings.every(({ sure, possible }) => sure === possible);
  const possible = globs('possible');
  if (isExact) return { sure: possible, possible };
  return {
    sure: globs('sure'),
    possible,
    ...(readings.every(({ isSymbolic, sure, possible: wide }) => isSymbolic || sure === wide) && {
      isSymbolic: true,
    }),
  };
}

/** Any of these action patterns, over actions in lower case. */
export function actionPredicate(patterns: readonly string[]): TextPredicate {
  const reader: TextReader = { variables: false, choices: new Map() };
  return predicateOf(
    patterns.map((pattern) => {
      if (isEverything(pattern)) return allReading;
      const tokens = foldCase(compilePattern(pattern, { wildcards: true, variables: false }));
      const reading = readingOf(pattern, [tokens], reader);
      return isKnownAction(pattern) ? reading : { ...allReading, sure: undefined };
    }),
  );
}

/** Any of these `Resource` values. */
export function resourcePredicate(patterns: readonly string[], reader: TextReader): TextPredicate {
  return predicateOf(patterns.map((pattern) => resourceReading(pattern, reader)));
}

function resourceReading(pattern: string, reader: TextReader): Reading {
  if (isEverything(pattern)) return allReading;
  const parts = resourceParts(pattern);
  const options = { wildcards: true, variables: reader.variables };
  if (parts[0] !== 'arn') return { ...allReading, sure: undefined };
  const compiled = parts.map((part) => compilePattern(part, options));
  if (reader.variables && hasEarlyVariable(parts)) {
    const possible = readingOf(pattern, compiled.map(widened), reader);
    return { ...possible, sure: undefined };
  }
  const reading = readingOf(pattern, compiled, reader);
  if (!mayCrossColons(parts)) return reading;
  const whole = compilePattern(parts.join(':'), { wildcards: true, variables: false });
  const crossing = new GlobBuilder().tokens(whole).build(pattern);
  return { sure: reading.sure, possible: crossing, isSymbolic: false };
}

export interface StringTest {
  readonly wildcards: boolean;
  readonly ignoreCase: boolean;
}

/** Any of these values, compared as texts. */
export function stringPredicate(
  values: readonly string[],
  { wildcards, ignoreCase }: StringTest,
  reader: TextReader,
): TextPredicate {
  return predicateOf(
    values.map((value) => {
      const tokens = compilePattern(value, { wildcards, variables: reader.variables });
      return readingOf(value, [tokens], reader, ignoreCase);
    }),
  );
}

/** Any of these values, compared as ARNs, part by part. */
export function arnPredicate(values: readonly string[], reader: TextReader): TextPredicate {
  return predicateOf(
    values.map((value) => {
      const parts = arnParts(value);
      if (parts.length < 6 || parts[0] !== 'arn') return { ...allReading, sure: undefined };
      const options = { wildcards: true, variables: reader.variables };
      return readingOf(
        value,
        parts.map((part) => compilePattern(part, options)),
        reader,
      );
    }),
  );
}

/** Exactly these texts. */
export function exactPredicate(texts: readonly string[]): TextPredicate {
  const set = textSet(texts.map((text) => new GlobBuilder().text(text).build(text)));
  return { sure: set, possible: set };
}

export const noText: TextPredicate = { sure: emptySet, possible: emptySet };
export const everyText: TextPredicate = (() => {
  const set = textSet([everything]);
  return { sure: set, possible: set };
})();
/** A pattern of which it is not known what it matches. */
export const unknownText: TextPredicate = { sure: emptySet, possible: textSet([everything]) };

/** Every ARN of the account. */
export function accountOfArn(account: string): TextPredicate {
  const builder = new GlobBuilder().text('arn:').loop(anythingButColon).text(':');
  builder.loop(anythingButColon).text(':').loop(anythingButColon).text(`:${account}:`);
  const set = textSet([builder.loop(anything).build(account)]);
  return { sure: set, possible: set };
}

/** Any of several predicates. */
export function anyPredicate(predicates: readonly TextPredicate[]): TextPredicate {
  const sure = textSet(predicates.flatMap((one) => one.sure.globs));
  if (predicates.every((one) => one.sure === one.possible)) return { sure, possible: sure };
  return { sure, possible: textSet(predicates.flatMap((one) => one.possible.globs)) };
}
