import { parseArn } from '../../iam/arn';
import type { FieldContext } from './textField';

/** Why an ARN cannot be used by a role of this partition. */
export function partitionConflict(arn: string, { partition }: FieldContext): string | undefined {
  const found = parseArn(arn)?.partition;
  return found === undefined || partition === undefined || found === partition
    ? undefined
    : `The Region lies in the partition ${partition}: the ARN starts with arn:${partition}:, not arn:${found}:`;
}

/** Why an ARN cannot be used by a role of this account and partition. */
export function ownerConflict(
  arn: string,
  context: FieldContext,
  what: string,
): string | undefined {
  const owner = parseArn(arn)?.account;
  return owner === undefined || context.accountId === undefined || owner === context.accountId
    ? partitionConflict(arn, context)
    : `${what} belongs to account ${owner}; the role is in account ${context.accountId}`;
}
