import { parseBoolean } from './conditions/boolean';
import type { ConditionOperator } from './conditions/operator';
import { parseOperatorName, type OperatorName } from './conditions/operators';
import { variableReader, type KeyValue, type ReadKey } from './context';
import type { LookUpVariable } from './match';
import { allOf, anyOf, not, type Truth } from './truth';
import { isUnknownValue } from './unknownValue';

/** Why it cannot be decided whether a condition holds. */
export type ConditionDoubt =
  | 'unknownOperator'
  | 'malformedValue'
  | 'unknownKey'
  | 'listWithoutSetOperator'
  | 'setOperatorWithIfExists'
  /** A tool such as Terraform fills in the value later. */
  | 'notFilledIn';

export interface ConditionOutcome {
  readonly truth: Truth;
  /** Given where the truth is unknown. */
  readonly doubt?: ConditionDoubt;
}

/** One operator and key with the policy's values, which are alternatives. */
export interface ConditionTest {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Whether a condition holds for a request. A missing key makes it false; but true for negated operators,
 * for `IfExists` and for `ForAllValues`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionHolds(
  { operator, key, values }: ConditionTest,
  readKey: ReadKey,
  variables: boolean,
  lookUp: LookUpVariable = variableReader(readKey),
): ConditionOutcome {
  const name = parseOperatorName(operator);
  if (!name || (name.base === 'Null' && name.ifExists)) return doubtful('unknownOperator');
  const value = readKey(key);
  if (name.base === 'Null') return nullHolds(name.setOperator, values, value);
  return comparisonHolds(name, name.base, values, value, variables ? lookUp : undefined);
}

function doubtful(doubt: ConditionDoubt): ConditionOutcome {
  return { truth: 'unknown', doubt };
}

function outcome(truth: Truth, doubt: ConditionDoubt): ConditionOutcome {
  return truth === 'unknown' ? { truth, doubt } : { truth };
}

function nullHolds(
  setOperator: OperatorName['setOperator'],
  values: readonly string[],
  value: KeyValue,
): ConditionOutcome {
  // Access Analyzer's NULL_WITH_QUALIFIER: with a set operator the outcome does not depend on the request.
  if (setOperator !== undefined) return { truth: setOperator === 'ForAllValues' };
  if (value.state === 'unknown') return doubtful('unknownKey');
  // A value that is empty counts as none.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  const isNull = value.state === 'absent' || value.values.every((text) => text === '');
  const truth = anyOf(
    values.map((text) => {
      const wanted = parseBoolean(text);
      return wanted === undefined ? 'unknown' : wanted === isNull;
    }),
  );
  return outcome(truth, values.some(isUnknownValue) ? 'notFilledIn' : 'malformedValue');
}

function comparisonHolds(
  { setOperator, ifExists }: OperatorName,
  base: ConditionOperator,
  policyValues: readonly string[],
  value: KeyValue,
  lookUp: LookUpVariable | undefined,
): ConditionOutcome {
  if (value.state === 'unknown') return doubtful('unknownKey');
  const hasVariable = lookUp !== undefined && policyValues.some((text) => text.includes('${'));
  const isOpen = policyValues.some(isUnknownValue);
  const doubt = isOpen ? 'notFilledIn' : hasVariable ? 'unknownKey' : 'malformedValue';
  const holdsFor = (given: string): Truth => {
    const matches = anyOf(policyValues.map((wanted) => base.matches(wanted, given, lookUp)));
    return base.negated ? not(matches) : matches;
  };
  if (setOperator === undefined) {
    if (value.state === 'absent') return { truth: ifExists || base.negated };
    const [only] = value.values;
    if (value.multivalued || only === undefined) return doubtful('listWithoutSetOperator');
    return outcome(holdsFor(only), doubt);
  }
  const given = value.state === 'absent' ? [] : value.values;
  // An empty text counts as no value at all.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  if (given.every((text) => text === '')) {
    if (setOperator === 'ForAllValues') return { truth: true };
    return ifExists && value.state === 'absent'
      ? doubtful('setOperatorWithIfExists')
      : { truth: false };
  }
  const truths = given.map(holdsFor);
  return outcome(setOperator === 'ForAllValues' ? allOf(truths) : anyOf(truths), doubt);
}
