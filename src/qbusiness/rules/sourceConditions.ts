import { awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import {
  conditionValues,
  productFinding,
  readApplicationArn,
  servicePrincipals,
  type ProductRule,
} from './productRule';
import { sourceFix } from './sourceFix';

/** Missing or malformed conditions on the application for which the service acts. */
export const sourceConditions: ProductRule = {
  codes: [
    'QBUSINESS_MISSING_SOURCE_ACCOUNT',
    'QBUSINESS_MISSING_SOURCE_ARN',
    'QBUSINESS_SOURCE_ARN_NOT_APPLICATION',
    'QBUSINESS_SOURCE_ACCOUNT_MISMATCH',
  ],
  kinds: ['trust'],
  *check(subject) {
    const { document } = subject;
    for (const statement of document.statements) {
      const isWebExperience = servicePrincipals(statement).some(
        ({ value }) => value === WEB_EXPERIENCE_PRINCIPAL,
      );
      if (!isWebExperience) continue;
      const accounts = conditionValues(statement, 'aws:SourceAccount');
      const arns = conditionValues(statement, 'aws:SourceArn');
      if (accounts.length === 0) {
        yield productFinding(
          'warning',
          'QBUSINESS_MISSING_SOURCE_ACCOUNT',
          statement.at,
          'The statement does not name your account in aws:SourceAccount, as AWS’s policy does.',
          awsPages.confusedDeputy,
          sourceFix(subject, statement),
        );
      }
      if (arns.length === 0) {
        yield productFinding(
          'securityWarning',
          'QBUSINESS_MISSING_SOURCE_ARN',
          statement.at,
          'Without aws:SourceArn, other applications can use this role: name the application’s ARN.',
          awsPages.confusedDeputy,
          sourceFix(subject, statement),
        );
      }
      for (const { value, at } of arns) {
        const arn = readApplicationArn(value);
        if (arn && arn.below !== '') {
          yield productFinding(
            'error',
            'QBUSINESS_SOURCE_ARN_NOT_APPLICATION',
            at,
            'Amazon Q Business sends the ARN of the application here. With this one nobody can assume the role.',
            awsPages.anonymousPolicies,
            {
              title: 'Name the application',
              edits: [{ kind: 'replace', at, value: value.slice(0, -arn.below.length) }],
              grants: 'changed',
            },
          );
        }
        const mismatch = arn && /^\d{12}$/.test(arn.account) && accounts.length > 0;
        if (mismatch && !accounts.some((account) => account.value === arn.account)) {
          yield productFinding(
            'error',
            'QBUSINESS_SOURCE_ACCOUNT_MISMATCH',
            at,
            `The ARN is of account ${arn.account}, but aws:SourceAccount names ${accounts.map((account) => account.value).join(', ')}. Both can never be true.`,
            awsPages.confusedDeputy,
            sourceFix(subject, statement),
          );
        }
      }
    }
  },
};
