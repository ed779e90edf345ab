import type { LookUpVariable } from '../match';
import { compilePattern, foldCase, patternMatches } from '../pattern';
import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

const textMatches =
  ({ wildcards, caseMatters }: { readonly wildcards: boolean; readonly caseMatters: boolean }) =>
  (policyValue: string, value: string, lookUp?: LookUpVariable): Truth => {
    const compiled = compilePattern(policyValue, { wildcards, variables: lookUp !== undefined });
    return caseMatters
      ? patternMatches(compiled, value, lookUp ?? noVariables)
      : patternMatches(foldCase(compiled), value.toLowerCase(), foldValues(lookUp));
  };

const noVariables: LookUpVariable = () => ({ state: 'absent' });

const foldValues =
  (lookUp: LookUpVariable = noVariables): LookUpVariable =>
  (key) => {
    const found = lookUp(key);
    return found.state === 'value' ? { ...found, value: found.value.toLowerCase() } : found;
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
