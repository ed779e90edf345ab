import { APPLICATION_PRINCIPAL, awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import { productFinding, servicePrincipals, type ProductRule } from './productRule';

/** Two look-alike principals: one runs the application, the other chats for its visitors. */
export const servicePrincipal: ProductRule = {
  codes: ['QBUSINESS_WRONG_SERVICE_PRINCIPAL'],
  kinds: ['trust'],
  *check({ document }) {
    for (const statement of document.statements) {
      for (const { value, at } of servicePrincipals(statement)) {
        if (value !== APPLICATION_PRINCIPAL) continue;
        yield productFinding(
          'error',
          'QBUSINESS_WRONG_SERVICE_PRINCIPAL',
          at,
          `${APPLICATION_PRINCIPAL} assumes the application’s own role, for logs and metrics. A web experience role is assumed by ${WEB_EXPERIENCE_PRINCIPAL}.`,
          awsPages.anonymousPolicies,
          {
            title: `Trust ${WEB_EXPERIENCE_PRINCIPAL}`,
            edits: [{ kind: 'replace', at, value: WEB_EXPERIENCE_PRINCIPAL }],
            grants: 'changed',
          },
        );
      }
    }
  },
};
