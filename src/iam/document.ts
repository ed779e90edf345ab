/**
 * Policy documents as the builder writes them: one canonical shape, lists everywhere.
 * Names inside a document are AWS's own, in PascalCase.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

/** A list that the policy grammar does not allow to be empty. */
export type NonEmpty<T> = readonly [T, ...T[]];

export type HttpsUrl = `https://${string}`;

export type Effect = 'Allow' | 'Deny';

/** `service:Operation`; `*` and `?` match within the operation. */
export type ActionPattern = '*' | `${string}:${string}`;

export type ArnPattern = '*' | `arn:${string}`;

export type ConditionKey = `${string}:${string}`;

/** Who a resource-based policy names. The builder never writes `*`. */
export interface PrincipalMap {
  readonly AWS?: NonEmpty<string>;
  readonly Service?: NonEmpty<string>;
  readonly Federated?: NonEmpty<string>;
}

type StringOperator =
  | 'StringEquals'
  | 'StringNotEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringNotEqualsIgnoreCase'
  | 'StringLike'
  | 'StringNotLike';
type NumericOperator =
  | 'NumericEquals'
  | 'NumericNotEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals';
type DateOperator =
  | 'DateEquals'
  | 'DateNotEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals';
type ArnOperator = 'ArnEquals' | 'ArnLike' | 'ArnNotEquals' | 'ArnNotLike';
type ComparedOperator =
  | StringOperator
  | NumericOperator
  | DateOperator
  | ArnOperator
  | 'Bool'
  | 'BinaryEquals'
  | 'IpAddress'
  | 'NotIpAddress';

/**
 * `Null` tests presence, so it alone takes no `IfExists`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export type DocumentOperator = `${'' | 'ForAllValues:' | 'ForAnyValue:'}${
  `${ComparedOperator}${'' | 'IfExists'}` | 'Null'}`;

export type ConditionBlock = {
  readonly [O in DocumentOperator]?: Readonly<Record<ConditionKey, NonEmpty<string>>>;
};

interface StatementBase {
  /** Letters and digits only, unique in its document. */
  readonly Sid: string;
  readonly Effect: Effect;
  readonly Condition?: ConditionBlock;
}

/** Identity-based: names resources; whoever carries the policy is the principal. */
export interface PermissionStatement extends StatementBase {
  readonly Action: NonEmpty<ActionPattern>;
  readonly Resource: NonEmpty<ArnPattern>;
  readonly Principal?: never;
}

/** Resource-based, on a role: names principals; the role itself is the resource. */
export interface TrustStatement extends StatementBase {
  readonly Principal: PrincipalMap;
  readonly Action: NonEmpty<`sts:${string}`>;
  readonly Resource?: never;
}

/** Resource-based, on a VPC endpoint: names principals and resources. */
export interface EndpointStatement extends StatementBase {
  readonly Principal: PrincipalMap;
  readonly Action: NonEmpty<ActionPattern>;
  readonly Resource: NonEmpty<ArnPattern>;
}

export type Statement = PermissionStatement | TrustStatement | EndpointStatement;

export interface PolicyDocument<S extends Statement = Statement> {
  readonly Version: '2012-10-17';
  readonly Statement: NonEmpty<S>;
}

export type PermissionsPolicy = PolicyDocument<PermissionStatement>;
export type TrustPolicy = PolicyDocument<TrustStatement>;
export type EndpointPolicy = PolicyDocument<EndpointStatement>;
