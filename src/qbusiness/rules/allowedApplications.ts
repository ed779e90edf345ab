import { conditionsOn } from '../../iam/conditionsOn';
import type { AnyStatement, DocumentPath } from '../../iam/parse';
import { awsPages, WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import {
  allows,
  conditionValues,
  productFinding,
  servicePrincipals,
  type ProductRule,
} from './productRule';
import { arnsBelow, foreignArns } from './sourceConditions';
import { sourceFix } from './sourceFix';
import { decidingStatement, SourceQuestions } from './sourceQuestions';

/** Trust policies whose conditions admit other applications than the own one, or none at all. */
export const allowedApplications: ProductRule = {
  codes: [
    'QBUSINESS_OTHER_ACCOUNT_LET_IN',
    'QBUSINESS_OTHER_APPLICATION_LET_IN',
    'QBUSINESS_SOURCE_NOT_REQUIRED',
    'QBUSINESS_NO_APPLICATION_LET_IN',
  ],
  kinds: ['trust'],
  *check(subject) {
    const { document, expected } = subject;
    const guarded = document.statements.filter((statement) => isGuarded(statement));
    const [first] = guarded;
    if (!first) return;
    const questions = new SourceQuestions(document);
    const own = expected.accountId === undefined ? questions.namedAccounts : [expected.accountId];
    const statementAt = (at: DocumentPath | undefined) =>
      document.statements.find((one) => one.at.join('/') === at?.join('/'));

    const ofOthers = questions.ofUnnamed();
    const open = statementAt(decidingStatement(ofOthers));
    if (open && isGuarded(open)) {
      yield productFinding(
        'securityWarning',
        'QBUSINESS_OTHER_ACCOUNT_LET_IN',
        placeOf(open),
        `Applications of other AWS accounts can use this role, such as those of ${questions.unnamedAccount}: ${reasonOf(open)}`,
        awsPages.confusedDeputy,
        sourceFix(subject, open),
      );
    }

    const others = open ? [] : own.map((account) => questions.ofAnother(account));
    const [other] = others.filter(({ answer }) => answer === 'yes');
    const wide = other && statementAt(decidingStatement(other));
    if (wide && conditionsOn(wide.conditions, 'aws:SourceArn').length > 0) {
      yield productFinding(
        'warning',
        'QBUSINESS_OTHER_APPLICATION_LET_IN',
        placeOf(wide),
        `Other applications of account ${own.join(', ')} can use this role, too: name the ARN of yours in aws:SourceArn.`,
        awsPages.confusedDeputy,
        sourceFix(subject, wide),
      );
    }

    const unsourced = open ? undefined : statementAt(decidingStatement(questions.withoutSource()));
    if (unsourced && isGuarded(unsourced)) {
      yield productFinding(
        'securityWarning',
        'QBUSINESS_SOURCE_NOT_REQUIRED',
        placeOf(unsourced),
        'The condition also holds for calls that do not say which application they are for: IfExists, ForAllValues and Null with “true” ask for nothing.',
        awsPages.confusedDeputy,
        sourceFix(subject, unsourced),
      );
    }

    const accounts = new Set([...own, ...questions.namedAccounts, questions.unnamedAccount]);
    const answers = Array.from(accounts, (account) => questions.ofAccount(account));
    const usesRole = document.statements.some(
      (statement) => trustsWebExperience(statement) && !isGuarded(statement),
    );
    if (answers.every(({ answer }) => answer === 'no') && !usesRole && !isExplained(first)) {
      yield productFinding(
        'error',
        'QBUSINESS_NO_APPLICATION_LET_IN',
        placeOf(first),
        `No application can use this role: ${neverReason(first)}`,
        awsPages.confusedDeputy,
        sourceFix(subject, first),
      );
    }
  },
};

const trustsWebExperience = (statement: AnyStatement): boolean =>
  allows(statement) &&
  servicePrincipals(statement).some(({ value }) => value === WEB_EXPERIENCE_PRINCIPAL) &&
  (statement.action?.entries.some(({ value }) => /^sts:(?:AssumeRole|\*)$/i.test(value)) ?? false);

/** Statements with conditions; another rule reports those without. */
const isGuarded = (statement: AnyStatement): boolean =>
  trustsWebExperience(statement) && statement.conditions.length > 0;

const placeOf = ({ conditions, at }: AnyStatement): DocumentPath => {
  const source = conditions.find(({ key }) => /^aws:source/i.test(key)) ?? conditions[0];
  return source?.at ?? at;
};

function reasonOf(statement: AnyStatement): string {
  const source = statement.conditions.filter(({ key }) => /^aws:source/i.test(key));
  const negated = source.find(({ operator }) => /Not/.test(operator));
  if (negated) return `${negated.operator} lets in everything but what it names.`;
  const star = source.find(({ values }) => values.some(({ value }) => /^[*?]/.test(value)));
  if (star) return `“*” in ${star.key} matches every one.`;
  if (source.length === 0) return 'no condition asks for the account or the application.';
  return `${source.map(({ key }) => key).join(' and ')} is not limited to your account.`;
}

/** Whether another rule already reports why the statement admits no application. */
const isExplained = (statement: AnyStatement): boolean =>
  arnsBelow(statement).length > 0 || foreignArns(statement).length > 0;

function neverReason(statement: AnyStatement): string {
  const literal = statement.conditions.find(
    ({ operator, values }) =>
      /^String(?:Not)?Equals/.test(operator) && values.every(({ value }) => /[*?]/.test(value)),
  );
  if (literal) return `${literal.operator} takes * as it stands. ArnLike reads it as a wildcard.`;
  const arn = conditionValues(statement, 'aws:SourceArn').find(({ value }) =>
    value.includes('::application/'),
  );
  if (arn) return 'the ARN of an application has a Region and an account.';
  const foreign = statement.conditions.find(({ key }) => !/^aws:source/i.test(key));
  if (foreign) return `Amazon Q Business does not send ${foreign.key}, or not with such a value.`;
  return 'the conditions exclude each other, or compare with what no application has.';
}
