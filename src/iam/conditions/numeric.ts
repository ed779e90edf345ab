import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

/** Characters; a longer text counts as no number, which bounds the work on hostile input. */
const longestNumber = 64;

/** Negative if left is less, positive if it is more; exact. Undefined if one is no decimal number. */
export function compareNumbers(left: string, right: string): number | undefined {
  const a = parseDecimal(left);
  const b = parseDecimal(right);
  if (a === undefined || b === undefined) return undefined;
  const digits = Math.max(a.fraction.length, b.fraction.length);
  const scaled = ({ sign, whole, fraction }: Decimal) =>
    BigInt(sign + whole + fraction.padEnd(digits, '0'));
  const difference = scaled(a) - scaled(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** A decimal number as it is written, without a plus sign. */
export interface Decimal {
  readonly sign: '' | '-';
  readonly whole: string;
  readonly fraction: string;
}

/** Undefined if the text is no decimal number, or longer than any that is compared. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = text.length > longestNumber ? null : /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  return { sign: sign === '-' ? '-' : '', whole, fraction };
}

const numericOperator = (
  name: string,
  holds: (order: number) => boolean,
  negated = false,
): ConditionOperator => ({
  name,
  family: 'numeric',
  negated,
  wildcards: false,
  matches: (policyValue, value): Truth => {
    const order = compareNumbers(value, policyValue);
    return order === undefined ? 'unknown' : holds(order);
  },
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
export const numericOperators: readonly ConditionOperator[] = [
  numericOperator('NumericEquals', (order) => order === 0),
  numericOperator('NumericNotEquals', (order) => order === 0, true),
  numericOperator('NumericLessThan', (order) => order < 0),
  numericOperator('NumericLessThanEquals', (order) => order <= 0),
  numericOperator('NumericGreaterThan', (order) => order > 0),
  numericOperator('NumericGreaterThanEquals', (order) => order >= 0),
];
