import { awsPages } from '../facts';
import { allows, productFinding, type ProductRule } from './productRule';

/** A statement without conditions beside one that trusts the same principal under conditions, which then limit nothing. */
export const unconditionedStatement: ProductRule = {
  codes: ['QBUSINESS_UNCONDITIONED_TWIN'],
  kinds: ['trust'],
  *check({ document }) {
    const allowing = document.statements.filter(allows);
    const conditioned = new Set(
      allowing
        .filter(({ conditions }) => conditions.length > 0)
        .flatMap(({ principal }) => principal?.entries.map(({ value }) => value) ?? []),
    );
    for (const { at, conditions, principal } of allowing) {
      const twin = principal?.entries.find(({ value }) => conditioned.has(value));
      if (conditions.length > 0 || !twin) continue;
      yield productFinding(
        'securityWarning',
        'QBUSINESS_UNCONDITIONED_TWIN',
        at,
        `Another statement trusts ${twin.value} under a condition, this one without. Statements are alternatives, so the condition protects nothing.`,
        awsPages.confusedDeputy,
      );
    }
  },
};
