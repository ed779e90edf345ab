import type { Fix } from '../../iam/lint/fix';
import { expectedArns } from './expectedArns';
import { awsPages } from '../facts';
import {
  applicationArnsOf,
  conditionValues,
  productFinding,
  type ProductRule,
} from './productRule';

/** Documents that are about another application than the form. */
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
    const named = [...applicationArnsOf(subject)];
    const isOne =
      new Set(named.map((arn) => [arn.region, arn.account, arn.applicationId].join())).size === 1;
    const arns = expectedArns(subject.expected);
    const meant = ({ at, below, applicationId }: (typeof named)[number]): Fix | undefined =>
      // The whole value is replaced, so the text after the application has to be known exactly.
      isOne && arns?.length === 1 && !/[*?]/.test(applicationId)
        ? {
            title: `Name the application that ${saidBy} says`,
            edits: [{ kind: 'replace', at, value: `${arns[0]}${below}` }],
            grants: 'changed',
          }
        : undefined;
    for (const arn of named) {
      const differs = (actual: string, expected: string | undefined) =>
        expected !== undefined && /^[A-Za-z0-9-]+$/.test(actual) && actual !== expected;
      if (differs(arn.region, region)) {
        yield productFinding(
          'warning',
          'QBUSINESS_OTHER_REGION',
          arn.at,
          `The Region is ${arn.region}; ${saidBy} says ${region}.`,
          awsPages.anonymousPolicies,
          meant(arn),
        );
      }
      if (differs(arn.account, accountId)) {
        yield productFinding(
          'warning',
          'QBUSINESS_OTHER_ACCOUNT',
          arn.at,
          `The account is ${arn.account}; ${saidBy} says ${accountId}.`,
          awsPages.anonymousPolicies,
          meant(arn),
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
          meant(arn),
        );
      }
    }
  },
};
