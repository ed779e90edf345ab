import { awsPages } from '../facts';
import {
  applicationArnsOf,
  conditionValues,
  productFinding,
  type ProductRule,
} from './productRule';

/** Whether the document is about the application of the form. */
export const expectedApplication: ProductRule = {
  codes: ['QBUSINESS_OTHER_REGION', 'QBUSINESS_OTHER_ACCOUNT', 'QBUSINESS_OTHER_APPLICATION'],
  *check(subject) {
    const { region, accountId, applicationIds = [], saidBy } = subject.expected;
    for (const statement of subject.document.statements) {
      for (const { value, at } of conditionValues(statement, 'aws:SourceAccount')) {
        if (accountId === undefined || !/^\d{12}$/.test(value) || value === accountId) continue;
        yield productFinding(
          'warning',
          'QBUSINESS_OTHER_ACCOUNT',
          at,
          `The account is ${value}; ${saidBy} says ${accountId}.`,
          awsPages.anonymousPolicies,
        );
      }
    }
    for (const arn of applicationArnsOf(subject)) {
      const differs = (actual: string, expected: string | undefined) =>
        expected !== undefined && /^[A-Za-z0-9-]+$/.test(actual) && actual !== expected;
      if (differs(arn.region, region)) {
        yield productFinding(
          'warning',
          'QBUSINESS_OTHER_REGION',
          arn.at,
          `The Region is ${arn.region}; ${saidBy} says ${region}.`,
          awsPages.anonymousPolicies,
        );
      }
      if (differs(arn.account, accountId)) {
        yield productFinding(
          'warning',
          'QBUSINESS_OTHER_ACCOUNT',
          arn.at,
          `The account is ${arn.account}; ${saidBy} says ${accountId}.`,
          awsPages.anonymousPolicies,
        );
      }
      if (
        applicationIds.length > 0 &&
        applicationIds.every((applicationId) => differs(arn.applicationId, applicationId))
      ) {
        yield productFinding(
          'warning',
          'QBUSINESS_OTHER_APPLICATION',
          arn.at,
          `The application is ${arn.applicationId}; ${saidBy} says ${applicationIds.join(', ')}.`,
          awsPages.anonymousPolicies,
        );
      }
    }
  },
};
