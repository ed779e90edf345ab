import type { LookUpVariable } from '../match';
import { compilePattern, foldCase, matchesText, resolveVariables } from '../pattern';
import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

const textMatches =
  ({ wildcards, caseMatters }: { readonly wildcards: boolean; readonly caseMatters: boolean }) =>
  (policyValue: string, value: string, lookUp?: LookUpVariable): Truth => {
    const compiled = compilePattern(policyValue, { wildcards, variables: lookUp !== undefined });
    const resolved = resolveVariables(compiled, lookUp ?? (() => ({ state: 'absent' })));
    if (resolved.state === 'unknown') return 'unknown';
    // Nothing is equal to or like a variable without a value, so the negated operators hold.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
    if (resolved.state === 'absent') return false;
    return caseMatters
      ? matchesText(resolved.pattern, value)
      : matchesText(foldCase(resolved.pattern), value.toLowerCase());
  };

const equals = textMatches({ wildcards: false, caseMatters: true });
const equalsIgnoreCase = textMatches({ wildcards: false, caseMatters: false });
const like = textMatches({ wildcards: true, caseMatters: true });

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const stringOperators: readonly ConditionOperator[] = [
  { name: 'StringEquals', family: 'string', negated: false, wildcards: false, matches: equals },
  { name: 'StringNotEquals', family: 'string', negated: true, wildcards: false, matches: equals },
  {
    name: 'StringEqualsIgnoreCase',
    family: 'string',
    negated: false,
    wildcards: false,
    matches: equalsIgnoreCase,
  },
  {
    name: 'StringNotEqualsIgnoreCase',
    family: 'string',
    negated: true,
    wildcards: false,
    matches: equalsIgnoreCase,
  },
  { name: 'StringLike', family: 'string', negated: false, wildcards: true, matches: like },
  { name: 'StringNotLike', family: 'string', negated: true, wildcards: true, matches: like },
];
