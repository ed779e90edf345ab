import { policySize, quotas } from '../quotas';
import { finding, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const size: Rule = {
  codes: [
    'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
  ],
  kinds: ['identity', 'trust'],
  *check({ value, kind, isInline }) {
    if (typeof value !== 'object' || value === null) return;
    const characters = policySize(value);
    const [code, maximum] =
      kind === 'trust'
        ? (['POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', quotas.trustPolicy.maximum] as const)
        : ([
            'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
            isInline ? quotas.inlinePoliciesOfRole.maximum : quotas.managedPolicy.maximum,
          ] as const);
    if (characters <= maximum) return;
    const more =
      kind === 'trust' ? `, which can be raised to ${quotas.trustPolicy.adjustableTo}` : '';
    yield finding(
      'warning',
      code,
      [],
      `The policy has ${characters} characters without white space; the quota is ${maximum}${more}.`,
    );
  },
};
