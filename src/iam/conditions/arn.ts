import { arnParts } from '../arn';
import type { LookUpVariable } from '../match';
import { compilePattern, patternMatches } from '../pattern';
import { allOf, type Truth } from '../truth';
import type { ConditionOperator } from './operator';

/** Compares the six parts of the ARNs one by one: a wildcard does not reach beyond its colon. */
function arnMatches(policyValue: string, value: string, lookUp?: LookUpVariable): Truth {
  const wanted = arnParts(policyValue);
  const given = arnParts(value);
  if (wanted.length < 6 || wanted[0] !== 'arn' || given.length < 6 || given[0] !== 'arn') {
    return 'unknown';
  }
  return allOf(
    wanted.map((part, i) =>
      patternMatches(
        compilePattern(part, { wildcards: true, variables: lookUp !== undefined }),
        given[i] ?? '',
        lookUp ?? noVariables,
      ),
    ),
  );
}

const noVariables: LookUpVariable = () => ({ state: 'absent' });

const arnOperator = (name: string, negated: boolean): ConditionOperator => ({
  name,
  family: 'arn',
  negated,
  wildcards: true,
  matches: arnMatches,
});

/**
 * `ArnEquals` and `ArnLike` are one and the same.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnOperators: readonly ConditionOperator[] = [
  arnOperator('ArnEquals', false),
  arnOperator('ArnLike', false),
  arnOperator('ArnNotEquals', true),
  arnOperator('ArnNotLike', true),
];
