import { arnParts } from './arn';
import { canonicalCondition } from './canonical';
import { parseDate } from './conditions/date';
import { ipRangeCovers, parseIpRange } from './conditions/ip';
import { compareNumbers } from './conditions/numeric';
import type { ConditionOperator } from './conditions/operator';
import { parseOperatorName } from './conditions/operators';
import type { AnyCondition } from './parse';
import { compilePattern, covers, foldCase } from './pattern';
import { anyOf, not } from './truth';

/** Whether every request that meets all the first conditions surely meets all the second ones. */
export function conditionsImply(
  strong: readonly AnyCondition[],
  weak: readonly AnyCondition[],
  variables: boolean,
): boolean {
  return weak.every((wanted) => strong.some((given) => conditionImplies(given, wanted, variables)));
}

interface Comparison {
  readonly operator: ConditionOperator;
  readonly values: readonly string[];
}

function conditionImplies(strong: AnyCondition, weak: AnyCondition, variables: boolean): boolean {
  if (strong.key.toLowerCase() !== weak.key.toLowerCase()) return false;
  if (canonicalCondition(strong) === canonicalCondition(weak)) return true;
  const given = parseOperatorName(strong.operator);
  const wanted = parseOperatorName(weak.operator);
  if (!given || !wanted || given.base === 'Null' || wanted.base === 'Null') return false;
  if (given.setOperator !== wanted.setOperator) return false;
  if (given.ifExists && (given.setOperator === 'ForAnyValue' || !wanted.ifExists)) return false;
  // On a missing key a negated operator holds, which only another such operator does too.
  const holdsWithoutKey = given.base.negated && given.setOperator === undefined;
  if (holdsWithoutKey && !wanted.base.negated && !wanted.ifExists) return false;
  return valuesImply(
    { operator: given.base, values: strong.values.map(({ value }) => value) },
    { operator: wanted.base, values: weak.values.map(({ value }) => value) },
    variables,
  );
}

function valuesImply(strong: Comparison, weak: Comparison, variables: boolean): boolean {
  if (strong.values.length === 0) return false;
  const exact = exactValues(strong, variables);
  if (exact && comparable(strong.operator, weak.operator)) {
    return exact.every((value) => holdsFor(weak, value));
  }
  if (strong.operator.family !== weak.operator.family) return false;
  if (strong.operator.negated !== weak.operator.negated) return false;
  const bound = boundOf(strong.operator);
  const weakBound = boundOf(weak.operator);
  if (bound && weakBound) return boundImplies(strong, bound, weak, weakBound);
  const [inner, outer] = strong.operator.negated ? [weak, strong] : [strong, weak];
  return inner.values.every((narrow) =>
    outer.values.some((wide) =>
      valueCovers(outer.operator, wide, inner.operator, narrow, variables),
    ),
  );
}

const exactOperators: ReadonlySet<string> = new Set([
  'StringEquals',
  'NumericEquals',
  'DateEquals',
  'Bool',
  'BinaryEquals',
]);

/** All values that a request may have, if the comparison leaves a finite number. */
function exactValues(
  { operator, values }: Comparison,
  variables: boolean,
): readonly string[] | undefined {
  if (variables && values.some((value) => value.includes('${'))) return undefined;
  if (exactOperators.has(operator.name)) return values;
  const literalArns =
    operator.family === 'arn' &&
    !operator.negated &&
    values.every((value) => arnParts(value).length === 6 && !/[*?]/.test(value));
  return literalArns ? values : undefined;
}

function comparable(strong: ConditionOperator, weak: ConditionOperator): boolean {
  const texts = ['string', 'arn'];
  return (
    strong.family === weak.family || (texts.includes(strong.family) && texts.includes(weak.family))
  );
}

function holdsFor({ operator, values }: Comparison, value: string): boolean {
  if (values.some((text) => text.includes('${'))) return false;
  const matches = anyOf(values.map((wanted) => operator.matches(wanted, value)));
  return (operator.negated ? not(matches) : matches) === true;
}

/** Whether all that matches the narrow value also matches the wide one. */
function valueCovers(
  wideOperator: ConditionOperator,
  wide: string,
  narrowOperator: ConditionOperator,
  narrow: string,
  variables: boolean,
): boolean {
  switch (wideOperator.family) {
    case 'string': {
      const general = compilePattern(wide, { wildcards: wideOperator.wildcards, variables });
      const specific = compilePattern(narrow, { wildcards: narrowOperator.wildcards, variables });
      const isFolded = wideOperator.name.endsWith('IgnoreCase');
      if (isFolded) return covers(foldCase(general), foldCase(specific));
      return !narrowOperator.name.endsWith('IgnoreCase') && covers(general, specific);
    }
    case 'arn': {
      const options = { wildcards: true, variables };
      const [general, specific] = [arnParts(wide), arnParts(narrow)];
      if (general.length < 6 || specific.length < 6) return false;
      return general.every((part, i) =>
        covers(compilePattern(part, options), compilePattern(specific[i] ?? '', options)),
      );
    }
    case 'ip': {
      const [general, specific] = [parseIpRange(wide), parseIpRange(narrow)];
      return general !== undefined && specific !== undefined && ipRangeCovers(general, specific);
    }
    case 'numeric':
      return wideOperator.name === narrowOperator.name && compareNumbers(wide, narrow) === 0;
    case 'date': {
      const date = parseDate(wide);
      return (
        wideOperator.name === narrowOperator.name &&
        date !== undefined &&
        date === parseDate(narrow)
      );
    }
    case 'boolean':
    case 'binary':
      return wide === narrow;
  }
}

interface Bound {
  /** 1: below the limit. -1: above it. */
  readonly direction: 1 | -1;
  readonly inclusive: boolean;
}

function boundOf({ name }: ConditionOperator): Bound | undefined {
  const inclusive = name.endsWith('ThanEquals');
  if (name.includes('LessThan')) return { direction: 1, inclusive };
  return name.includes('GreaterThan') ? { direction: -1, inclusive } : undefined;
}

function boundImplies(
  strong: Comparison,
  bound: Bound,
  weak: Comparison,
  weakBound: Bound,
): boolean {
  if (bound.direction !== weakBound.direction) return false;
  const compare = strong.operator.family === 'date' ? compareDates : compareNumbers;
  return strong.values.every((limit) =>
    weak.values.some((weakLimit) => {
      const order = compare(limit, weakLimit);
      if (order === undefined) return false;
      const distance = order * bound.direction;
      return distance < 0 || (distance === 0 && (weakBound.inclusive || !bound.inclusive));
    }),
  );
}

function compareDates(left: string, right: string): number | undefined {
  const [a, b] = [parseDate(left), parseDate(right)];
  return a === undefined || b === undefined ? undefined : a - b;
}
