import { APPLICATION_PRINCIPAL, awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import { productFinding, servicePrincipals, type ProductRule } from './productRule';

/** Trust policies that confuse the principals of the application's own role and of the web experience role. */
export const servicePrincipal: ProductRule = {
  codes: ['QBUSINESS_WRONG_SERVICE_PRINCIPAL'],
  kinds: ['trust'],
  *check({ document }) {
    for (const statement of document.statements) {
      for (const { value, at } of servicePrincipals(statement)) {
        if (value !== APPLICATION_PRINCIPAL) continue;
        yield productFinding(
          'suggestion',
          'QBUSINESS_WRONG_SERVICE_PRINCIPAL',
          at,
          `${APPLICATION_PRINCIPAL} assumes the roles of applications, data sources, retrievers and plugins. The role of a web experience trusts ${WEB_EXPERIENCE_PRINCIPAL}.`,
          awsPages.anonymousPolicies,
        );
      }
    }
  },
};
