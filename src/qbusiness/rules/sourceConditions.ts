import type { Finding } from '../../iam/lint/rule';
import type { AnyPolicyDocument, AnyStatement, Located } from '../../iam/parse';
import { awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import {
  conditionValues,
  matchedValues,
  productFinding,
  readApplicationArn,
  servicePrincipals,
  type ApplicationArnParts,
  type ProductRule,
  type ProductSubject,
} from './productRule';
import { sourceFix } from './sourceFix';
import { SourceQuestions } from './sourceQuestions';

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
    const { document, expected } = subject;
    const questions = new SourceQuestions(document);
    let isOpen: boolean | undefined;
    for (const statement of document.statements) {
      const isWebExperience = servicePrincipals(statement).some(
        ({ value }) => value === WEB_EXPERIENCE_PRINCIPAL,
      );
      if (!isWebExperience) continue;
      if (conditionValues(statement, 'aws:SourceAccount').length === 0) {
        const isLimited =
          hasDenyOf(document, 'aws:SourceAccount') && questions.ofUnnamed().answer === 'no';
        if (!isLimited) {
          yield productFinding(
            'warning',
            'QBUSINESS_MISSING_SOURCE_ACCOUNT',
            statement.at,
            'The statement does not name your account in aws:SourceAccount, as AWS’s policy does.',
            awsPages.confusedDeputy,
            sourceFix(subject, statement),
          );
        }
      }
      if (conditionValues(statement, 'aws:SourceArn').length === 0) {
        // A Deny, or another condition, may keep out what this statement lets in.
        isOpen ??= questions.admitsOthers(expected.accountId);
        if (isOpen) {
          yield productFinding(
            'securityWarning',
            'QBUSINESS_MISSING_SOURCE_ARN',
            statement.at,
            'Without aws:SourceArn, other applications can use this role: name the application’s ARN.',
            awsPages.confusedDeputy,
            sourceFix(subject, statement),
          );
        }
      }
      yield* checkValues(subject, statement);
    }
  },
};

const hasDenyOf = ({ statements }: AnyPolicyDocument, key: string): boolean =>
  statements.some(
    (statement) => statement.effect?.value === 'Deny' && conditionValues(statement, key).length > 0,
  );

function* checkValues(subject: ProductSubject, statement: AnyStatement): Generator<Finding> {
  for (const { value, at, below } of arnsBelow(statement)) {
    yield productFinding(
      'error',
      'QBUSINESS_SOURCE_ARN_NOT_APPLICATION',
      at,
      'Amazon Q Business sends the ARN of the application here. With this one nobody can assume the role.',
      awsPages.anonymousPolicies,
      {
        title: 'Name the application',
        edits: [{ kind: 'replace', at, value: value.slice(0, -below.length) }],
        grants: 'changed',
      },
    );
  }
  const accounts = matchedValues(statement, 'aws:SourceAccount').map(({ value }) => value);
  for (const { at, account } of foreignArns(statement)) {
    yield productFinding(
      'error',
      'QBUSINESS_SOURCE_ACCOUNT_MISMATCH',
      at,
      `The ARN is of account ${account}, but aws:SourceAccount names ${accounts.join(', ')}. Both can never be true.`,
      awsPages.confusedDeputy,
      sourceFix(subject, statement),
    );
  }
}

type SourceArn = Located & ApplicationArnParts;

const sourceArns = (statement: AnyStatement): readonly SourceArn[] =>
  matchedValues(statement, 'aws:SourceArn').flatMap((located) => {
    const parts = readApplicationArn(located.value);
    return parts ? [{ ...located, ...parts }] : [];
  });

/** Source ARNs of something below an application. */
export const arnsBelow = (statement: AnyStatement): readonly SourceArn[] =>
  sourceArns(statement).filter(({ below }) => below !== '');

/** Source ARNs of an account that the statement does not admit. */
export function foreignArns(statement: AnyStatement): readonly SourceArn[] {
  const accounts = matchedValues(statement, 'aws:SourceAccount').map(({ value }) => value);
  // A wildcard or a value that is filled in later may stand for the account of the ARN.
  if (accounts.length === 0 || !accounts.every((account) => /^\d+$/.test(account))) return [];
  return sourceArns(statement).filter(
    ({ account }) => /^\d{12}$/.test(account) && !accounts.includes(account),
  );
}
