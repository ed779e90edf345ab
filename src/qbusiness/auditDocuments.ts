import type { DocumentKind } from '../iam/documentKind';
import type { Finding } from '../iam/lint/rule';
import type { DocumentPath } from '../iam/parse';
import {
  applicationArnsOf,
  conditionValues,
  productFinding,
  serviceActions,
  servicePrincipals,
  type ProductSubject,
} from './rules/productRule';
import { productRules } from './rules/index';
import { APPLICATION_PRINCIPAL, awsPages, WEB_EXPERIENCE_PRINCIPAL } from './facts';

/** The findings of the rules about Amazon Q Business on one document. */
export const productFindings = (subject: ProductSubject): readonly Finding[] =>
  productRules
    .filter(({ kinds }) => kinds?.includes(subject.kind) ?? true)
    .flatMap(({ check }) => [...check(subject)]);

const isWritten = (text: string): boolean => /^[A-Za-z0-9-]+$/.test(text);

/** Findings where the permissions of a role name another application than its trust policy. */
export function disagreements(
  permissions: ProductSubject,
  trust: ProductSubject,
): readonly Finding[] {
  const trusted = [...applicationArnsOf(trust)];
  const named = (texts: readonly string[]) => new Set(texts.filter(isWritten));
  const regions = named(trusted.map(({ region }) => region));
  const accounts = named([
    ...trusted.map(({ account }) => account),
    ...trust.document.statements.flatMap((statement) =>
      conditionValues(statement, 'aws:SourceAccount').map(({ value }) => value),
    ),
  ]);
  const applications = named(trusted.map(({ applicationId }) => applicationId));
  return [...applicationArnsOf(permissions)].flatMap(({ at, region, account, applicationId }) => [
    ...differing('QBUSINESS_OTHER_REGION', 'Region', at, region, regions),
    ...differing('QBUSINESS_OTHER_ACCOUNT', 'account', at, account, accounts),
    ...differing('QBUSINESS_OTHER_APPLICATION', 'application', at, applicationId, applications),
  ]);
}

function differing(
  rule: string,
  what: string,
  at: DocumentPath,
  actual: string,
  trusted: ReadonlySet<string>,
): readonly Finding[] {
  if (trusted.size === 0 || !isWritten(actual) || trusted.has(actual)) return [];
  const message = `The ${what} is ${actual}; the trust policy says ${[...trusted].join(', ')}.`;
  return [productFinding('warning', rule, at, message, awsPages.anonymousPolicies)];
}

/** A finding for a role that may chat but trusts the principal of the application's own role. */
export function wrongPrincipal(
  permissions: ProductSubject,
  trust: ProductSubject,
): readonly Finding[] {
  const trusted = trust.document.statements.flatMap(servicePrincipals);
  const own = trusted.find(({ value }) => value === APPLICATION_PRINCIPAL);
  const chats = permissions.document.statements
    .flatMap(serviceActions)
    .some(({ value }) => /^qbusiness:Chat(?:Sync)?$/i.test(value));
  if (!own || !chats || trusted.some(({ value }) => value === WEB_EXPERIENCE_PRINCIPAL)) return [];
  return [
    productFinding(
      'error',
      'QBUSINESS_WRONG_SERVICE_PRINCIPAL',
      own.at,
      `The role has permission to chat, as that of a web experience has. ${WEB_EXPERIENCE_PRINCIPAL} assumes such a role, not ${APPLICATION_PRINCIPAL}.`,
      awsPages.anonymousPolicies,
      {
        title: `Trust ${WEB_EXPERIENCE_PRINCIPAL}`,
        edits: [{ kind: 'replace', at: own.at, value: WEB_EXPERIENCE_PRINCIPAL }],
        grants: 'changed',
      },
    ),
  ];
}

/** A finding for a web experience role that may create chat URLs, which is the job of another role. */
export function wrongKind(permissions: ProductSubject, trust: ProductSubject): readonly Finding[] {
  const trusted = trust.document.statements.flatMap(servicePrincipals);
  const isWeb = trusted.some(({ value }) => value === WEB_EXPERIENCE_PRINCIPAL);
  const actions = permissions.document.statements.flatMap(serviceActions);
  const urlAction = actions.find(({ value }) =>
    /^qbusiness:CreateAnonymousWebExperienceUrl$/i.test(value),
  );
  if (isWeb && urlAction) {
    return [
      productFinding(
        'warning',
        'QBUSINESS_URL_ACTION_ON_WEB_ROLE',
        urlAction.at,
        `${urlAction.value} is for the backend that makes chat URLs. A web experience does not call it: give it to the backend’s role.`,
        awsPages.anonymousActions,
      ),
    ];
  }
  return [];
}

/** A finding for a managed policy of Amazon Q Developer, which is often taken for one of Amazon Q Business. */
export function attachedPolicyFinding(arn: string): Finding | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(AmazonQFullAccess|AmazonQDeveloperAccess)$/.exec(arn);
  if (!name) return undefined;
  return productFinding(
    'warning',
    'QBUSINESS_DEVELOPER_POLICY',
    [],
    `${name[1]} is a policy of Amazon Q Developer. It does nothing for Amazon Q Business.`,
    awsPages.anonymousPolicies,
  );
}

/** What a kind of document is called in texts for people. */
export const documentKindWords: Readonly<Record<DocumentKind, string>> = {
  identity: 'Permissions policy',
  trust: 'Trust policy',
  resource: 'Resource policy',
};
