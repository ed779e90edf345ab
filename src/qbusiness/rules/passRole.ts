import { conditionsOn } from '../../iam/conditionsOn';
import { actionMatches } from '../../iam/match';
import type { AnyStatement } from '../../iam/parse';
import { Budget } from '../../iam/solver/budget';
import { Solver } from '../../iam/solver/decide';
import { APPLICATION_PRINCIPAL, awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import { allows, productFinding, type ProductRule } from './productRule';

const budget = 200_000;

/**
 * Giving a role to a web experience asks for `iam:PassRole` to `qbusiness.amazonaws.com`, although
 * another principal assumes it.
 */
export const passRole: ProductRule = {
  codes: ['QBUSINESS_PASS_ROLE_SERVICE'],
  kinds: ['identity'],
  *check({ document }) {
    const passing = document.statements.filter((statement) => passesRole(statement));
    const [condition] = conditionsOn(
      passing.flatMap(({ conditions }) => conditions),
      'iam:PassedToService',
    );
    if (!condition) return;
    const solver = new Solver();
    const passesTo = (service: string) =>
      solver.decide({
        claims: [{ policies: { kind: 'identity', documents: [document] }, is: 'allowed' }],
        parts: {
          actions: ['iam:PassRole'],
          resources: [{ like: ['arn:*:iam::*:role/*'] }],
          conditions: [{ operator: 'StringEquals', key: 'iam:PassedToService', values: [service] }],
        },
        budget: new Budget(budget),
      }).answer;
    if (passesTo(WEB_EXPERIENCE_PRINCIPAL) !== 'yes') return;
    if (passesTo(APPLICATION_PRINCIPAL) !== 'no') return;
    yield productFinding(
      'warning',
      'QBUSINESS_PASS_ROLE_SERVICE',
      condition.at,
      `Giving a role to a web experience passes it to ${APPLICATION_PRINCIPAL}, which is not named here: the call may be refused. Name both.`,
      awsPages.serviceAuthorization,
      condition.values.length === 1
        ? {
            title: `Name ${APPLICATION_PRINCIPAL}, too`,
            edits: [
              {
                kind: 'replace',
                at: condition.at,
                value: [APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL],
              },
            ],
            grants: 'more',
          }
        : undefined,
    );
  },
};

const passesRole = (statement: AnyStatement): boolean =>
  allows(statement) &&
  statement.action?.negated === false &&
  statement.action.entries.some(({ value }) => actionMatches(value, 'iam:PassRole') === true);
