import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

/** Base64 with padding, in which no bit is left over: then equal bytes are equal text. */
const canonicalBase64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$/;

export function isBase64(text: string): boolean {
  return canonicalBase64.test(text);
}

function bytesMatch(policyValue: string, value: string): Truth {
  if (!isBase64(policyValue) || !isBase64(value)) return 'unknown';
  return policyValue === value;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals */
export const binaryOperators: readonly ConditionOperator[] = [
  { name: 'BinaryEquals', family: 'binary', negated: false, wildcards: false, matches: bytesMatch },
];
