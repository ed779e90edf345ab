import { arnOperators } from './arn';
import { binaryOperators } from './binary';
import { booleanOperators } from './boolean';
import { dateOperators } from './date';
import { ipOperators } from './ip';
import { numericOperators } from './numeric';
import type { ConditionOperator } from './operator';
import { stringOperators } from './string';

const operators: ReadonlyMap<string, ConditionOperator> = new Map(
  [
    ...stringOperators,
    ...arnOperators,
    ...numericOperators,
    ...dateOperators,
    ...booleanOperators,
    ...ipOperators,
    ...binaryOperators,
  ].map((operator) => [operator.name.toLowerCase(), operator]),
);

export type SetOperator = 'ForAllValues' | 'ForAnyValue';

/** The parts of an operator name such as `ForAnyValue:StringLikeIfExists`. */
export interface OperatorName {
  readonly setOperator?: SetOperator;
  readonly ifExists: boolean;
  /** `Null` tests whether the key is present and compares no values. */
  readonly base: ConditionOperator | 'Null';
}

/** Undefined for a name that IAM does not know. Case does not matter. */
export function parseOperatorName(text: string): OperatorName | undefined {
  const match = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/i.exec(text);
  if (!match) return undefined;
  const [, set, name = '', suffix] = match;
  const base = name.toLowerCase() === 'null' ? 'Null' : operators.get(name.toLowerCase());
  if (base === undefined) return undefined;
  const ifExists = suffix !== undefined;
  if (set === undefined) return { ifExists, base };
  const setOperator = set.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue';
  return { setOperator, ifExists, base };
}

/** In IAM's own spelling. */
export function formatOperatorName({ setOperator, ifExists, base }: OperatorName): string {
  const name = base === 'Null' ? base : base.name;
  return `${setOperator === undefined ? '' : `${setOperator}:`}${name}${ifExists ? 'IfExists' : ''}`;
}
