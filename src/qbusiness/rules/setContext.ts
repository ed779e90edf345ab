import { awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import { productFinding, servicePrincipals, type ProductRule } from './productRule';

/** `sts:SetContext` in a trust policy: it passes on a user identity, which anonymous access has not. */
export const setContext: ProductRule = {
  codes: ['QBUSINESS_SET_CONTEXT_NOT_NEEDED'],
  kinds: ['trust'],
  *check({ document }) {
    for (const statement of document.statements) {
      const isWebExperience = servicePrincipals(statement).some(
        ({ value }) => value === WEB_EXPERIENCE_PRINCIPAL,
      );
      const actions = statement.action?.entries ?? [];
      const at = actions.find(({ value }) => value.toLowerCase() === 'sts:setcontext')?.at;
      if (!isWebExperience || !at) continue;
      yield productFinding(
        'suggestion',
        'QBUSINESS_SET_CONTEXT_NOT_NEEDED',
        at,
        'sts:SetContext passes on a user’s identity. An anonymous application has none: leave it out.',
        awsPages.identityCenterRole,
        actions.length > 1
          ? {
              title: 'Remove sts:SetContext',
              edits: [{ kind: 'remove', at }],
              grants: 'less',
            }
          : undefined,
      );
    }
  },
};
