import { partitions } from '../arn';
import type { RequestPrincipal } from '../principal';
import type { RequestParts } from './request';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
const principalTypes: Readonly<Partial<Record<RequestPrincipal['kind'], string>>> = {
  account: 'Account',
  user: 'User',
  role: 'AssumedRole',
  assumedRole: 'AssumedRole',
  anyone: 'Anonymous',
};

/**
 * The values of which a key has one in every request of such a requester; undefined if the requester
 * does not settle it.
 */
export function valuesOfRequester(
  key: string,
  requester: NonNullable<RequestParts['requester']>,
): readonly string[] | undefined {
  const principal = requester.kind === 'fixed' ? requester.principal : undefined;
  const kind = principal?.kind ?? (requester.kind === 'fixed' ? undefined : requester.kind);
  switch (key) {
    case 'aws:principaltype': {
      const type = kind && principalTypes[kind];
      return type === undefined ? undefined : [type];
    }
    case 'aws:principalisawsservice':
      return kind === 'anyone' ? undefined : [String(kind === 'service')];
    case 'aws:principalarn':
      return principal?.kind === 'account'
        ? partitions.map((partition) => `arn:${partition}:iam::${principal.account}:root`)
        : undefined;
    case 'aws:principalaccount':
      if (principal?.kind === 'account') return [principal.account];
      return principal?.kind === 'assumedRole' ? [principal.arn.split(':')[4] ?? ''] : undefined;
    default:
      return undefined;
  }
}
