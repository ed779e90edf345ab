import type { LookUpVariable } from '../match';
import type { Truth } from '../truth';

export type OperatorFamily = 'string' | 'arn' | 'numeric' | 'date' | 'boolean' | 'ip' | 'binary';

/** One condition operator without set operator and without `IfExists`. */
export interface ConditionOperator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** True where the operator is the opposite of its sibling: it then holds if no value matches. */
  readonly negated: boolean;
  /** `*` and `?` in a policy's value are wildcards. */
  readonly wildcards: boolean;
  /**
   * Whether the value of the request matches one value of the policy; `negated` is applied by the caller.
   * Values that are malformed give `unknown`. Without `lookUp`, `${…}` is plain text.
   */
  readonly matches: (policyValue: string, value: string, lookUp?: LookUpVariable) => Truth;
}
