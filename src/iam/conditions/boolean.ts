import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

export function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

function booleanMatches(policyValue: string, value: string): Truth {
  const wanted = parseBoolean(policyValue);
  const given = parseBoolean(value);
  return wanted === undefined || given === undefined ? 'unknown' : wanted === given;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
export const booleanOperators: readonly ConditionOperator[] = [
  { name: 'Bool', family: 'boolean', negated: false, wildcards: false, matches: booleanMatches },
];
