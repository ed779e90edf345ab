import type { RolePlan } from './plan';

/**
 * Whether the trust policy names a service without a condition on the source, because AWS documents no key
 * that the service sends: Access Analyzer warns of it.
 */
export const isAnySourceTrusted = (plan: RolePlan): boolean =>
  plan.target === 'new-role' &&
  plan.role.trustPolicy.Statement.every(
    ({ Principal, Condition }) =>
      Principal !== undefined && 'Service' in Principal && Condition === undefined,
  );
