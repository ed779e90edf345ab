import { globalKey } from '../../iam/lint/globalKeys';
import type { AnyPolicyDocument, DocumentPath } from '../../iam/parse';
import { Budget } from '../../iam/solver/budget';
import { Solver, type Answer } from '../../iam/solver/decide';
import type { ConditionTest } from '../../iam/conditions';
import { fixedRequester } from '../../iam/solver/requesters';
import { unnamedAccount } from '../../iam/solver/unnamedAccount';
import { WEB_EXPERIENCE_PRINCIPAL } from '../facts';
import { ANY_RESOURCE_ID } from '../resourceId';
import { allows, conditionValues, readApplicationArn, servicePrincipals } from './productRule';

/** Steps of the search for one question; a trust policy needs a few thousand. */
const budget = 300_000;

/**
 * Asks of a trust policy for which applications Amazon Q Business can use the role. It sends the
 * account and the ARN of the application with every call, and nothing about a user of IAM.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-application-iam-role.html
 */
export class SourceQuestions {
  /** Accounts that the source conditions name, in whatever operator. */
  readonly namedAccounts: readonly string[];
  readonly #document: AnyPolicyDocument;
  readonly #applications: readonly string[];
  readonly #organizations: readonly string[];
  readonly #solver = new Solver();

  constructor(document: AnyPolicyDocument) {
    this.#document = document;
    const values = (key: string) =>
      document.statements
        .filter((statement) => !allows(statement) || servicePrincipals(statement).length > 0)
        .flatMap((statement) => conditionValues(statement, key).map(({ value }) => value));
    const arns = values('aws:SourceArn');
    const accounts = [
      ...values('aws:SourceAccount'),
      ...arns.flatMap((arn) => readApplicationArn(arn)?.account ?? []),
    ];
    this.namedAccounts = [...new Set(accounts.filter((account) => /^\d{12}$/.test(account)))];
    this.#applications = arns.filter(
      (arn) => readApplicationArn(arn) !== undefined && !/[*?]/.test(arn),
    );
    this.#organizations = values('aws:SourceOrgID');
  }

  /** An account that no condition names. */
  get unnamedAccount(): string {
    return unnamedAccount((account) => this.namedAccounts.includes(account));
  }

  /** Whether some application of the account is admitted. */
  ofAccount(account: string): Answer {
    return this.#ask([
      { operator: 'StringEquals', key: 'aws:SourceAccount', values: [account] },
      { operator: 'ArnLike', key: 'aws:SourceArn', values: [applicationsOf(account)] },
    ]);
  }

  /** Whether an application of an account and organization that no condition names is admitted. */
  ofUnnamed(account = this.unnamedAccount): Answer {
    return this.#ask([
      { operator: 'StringEquals', key: 'aws:SourceAccount', values: [account] },
      { operator: 'ArnLike', key: 'aws:SourceArn', values: [applicationsOf(account)] },
      { operator: 'StringNotEquals', key: 'aws:SourceOrgID', values: this.#organizations },
      { operator: 'Null', key: 'aws:SourceOrgPaths', values: ['true'] },
      // The role is not of the same account.
      { operator: 'StringNotEquals', key: 'aws:ResourceAccount', values: [account] },
    ]);
  }

  /** Whether other applications than the named ones may be admitted, of this account or another. */
  admitsOthers(account?: string): boolean {
    const own = account === undefined ? this.namedAccounts : [account];
    return (
      [...own, this.unnamedAccount].some((one) => this.ofAnother(one).answer !== 'no') ||
      this.withoutSource().answer !== 'no'
    );
  }

  /** Whether an application of the account that no condition names is admitted. */
  ofAnother(account: string): Answer {
    return this.#ask([
      { operator: 'StringEquals', key: 'aws:SourceAccount', values: [account] },
      { operator: 'ArnLike', key: 'aws:SourceArn', values: [applicationsOf(account)] },
      { operator: 'ArnNotEquals', key: 'aws:SourceArn', values: this.#applications },
    ]);
  }

  /** Whether a request that names no application is admitted. */
  withoutSource(): Answer {
    return this.#ask(
      ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'].map(
        (key) => ({
          operator: 'Null',
          key,
          values: ['true'],
        }),
      ),
    );
  }

  #ask(conditions: readonly ConditionTest[]): Answer {
    const { requester, isAbsent } = fixedRequester({
      kind: 'service',
      service: WEB_EXPERIENCE_PRINCIPAL,
    });
    return this.#solver.decide({
      claims: [{ policies: { kind: 'trust', documents: [this.#document] }, is: 'allowed' }],
      parts: {
        ...(requester && { requester }),
        actions: ['sts:AssumeRole'],
        conditions: [...conditions.filter(({ values }) => values.length > 0), noOtherArn],
        isAbsent: (key) => (isAbsent?.(key) ?? false) || isNeverSent(key),
      },
      budget: new Budget(budget),
    });
  }
}

/** No ARN of an application has a colon or a slash in its ID, which wildcards would match. */
const noOtherArn: ConditionTest = {
  operator: 'StringNotLike',
  key: 'aws:SourceArn',
  values: ['arn:*:application/*:*', 'arn:*:application/*/*'],
};

const applicationsOf = (account: string): string =>
  `arn:*:qbusiness:*:${account}:application/${ANY_RESOURCE_ID}`;

/** Whether the service never sends a key: IAM does not know it, or it belongs to other ways to assume a role. */
const isNeverSent = (key: string): boolean =>
  key.startsWith('sts:')
    ? key !== 'sts:rolesessionname'
    : key.startsWith('aws:') && !globalKey(key);

/** The path of the statement that admits the request. */
export const decidingStatement = (answer: Answer): DocumentPath | undefined =>
  answer.answer === 'yes' ? answer.witness.evaluations[0]?.[0]?.decidedBy[0]?.at : undefined;
