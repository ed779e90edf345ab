import { conditionsOn } from '../conditionsOn';
import type { ConditionTest } from '../conditions';
import type { DocumentKind } from '../documentKind';
import type { AnyPolicyDocument, AnyStatement } from '../parse';
import { Budget } from '../solver/budget';
import { decide } from '../solver/decide';
import { fixedRequester } from '../solver/requesters';
import { unnamedAccount } from '../solver/unnamedAccount';
import { finding, type Finding, type Rule } from './rule';
import { nameInWords } from '../../words/names';

const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/** Keys with which policies often try to limit a service, and which do not say for whom it acts. */
const weakerKeys: ReadonlySet<string> = new Set(['aws:referer', 'aws:sourceip', 'aws:useragent']);

/** Keys that describe a role or user; requests of a service do not have them. */
const identityKeys: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:userid',
  'aws:username',
]);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
export const servicePrincipal: Rule = {
  codes: [
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  ],
  kinds: ['trust', 'resource'],
  *check({ document, kind }) {
    for (const statement of document.statements) yield* checkStatement(statement, document, kind);
  },
};

function* checkStatement(
  { effect, principal, conditions }: AnyStatement,
  document: AnyPolicyDocument,
  kind: DocumentKind,
): Generator<Finding> {
  const services = principal?.entries.filter(({ kind }) => kind === 'Service') ?? [];
  const [first] = services;
  if (!first || principal?.negated || effect?.value !== 'Allow') return;
  const names = services.map(({ value }) => nameInWords(value)).join(', ');
  const onlyServices = services.length === principal?.entries.length;
  for (const { key, at } of conditions) {
    if (!onlyServices || !identityKeys.has(key.toLowerCase())) continue;
    yield finding(
      'error',
      'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
      at,
      `${names} does not send ${key}, so the condition cannot hold as meant.`,
    );
  }
  if (conditions.some(({ key }) => sourceKeys.has(key.toLowerCase()))) return;
  // The statement requires a key that services do not send, so it admits none of them: nothing to limit.
  if (onlyServices && conditions.some(({ key }) => identityKeys.has(key.toLowerCase()))) return;
  if (services.every(({ value }) => isKeptToSource(document, kind, value))) return;
  const weaker = conditions.find(({ key }) => weakerKeys.has(key.toLowerCase()));
  if (weaker) {
    yield finding(
      'suggestion',
      'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
      weaker.at,
      `To limit ${names}, use aws:SourceArn or aws:SourceAccount instead of ${weaker.key}.`,
    );
  }
  yield finding(
    'securityWarning',
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    first.at,
    `${names} may act here for any AWS customer: name the source with aws:SourceArn or aws:SourceAccount.`,
  );
}

const budget = 300_000;

/** Whether a Deny keeps the service from acting for accounts that the policy does not name, or for none. */
function isKeptToSource(document: AnyPolicyDocument, kind: DocumentKind, service: string): boolean {
  const denied = document.statements
    .filter(({ effect }) => effect?.value === 'Deny')
    .flatMap((statement) => statement.conditions)
    .filter(({ key }) => sourceKeys.has(key.toLowerCase()));
  if (denied.length === 0) return false;
  const written = JSON.stringify(denied.map(({ values }) => values));
  const account = unnamedAccount((candidate) => written.includes(candidate));
  const organizations = conditionsOn(denied, 'aws:SourceOrgID').flatMap(({ values }) =>
    values.map(({ value }) => value),
  );
  const ofOthers: readonly ConditionTest[] = [
    { operator: 'StringEquals', key: 'aws:SourceAccount', values: [account] },
    { operator: 'ArnLike', key: 'aws:SourceArn', values: [`arn:*:*:*:${account}:*`] },
    { operator: 'StringNotEquals', key: 'aws:SourceOrgID', values: organizations },
    { operator: 'Null', key: 'aws:SourceOrgPaths', values: ['true'] },
  ];
  const withoutSource = Array.from(sourceKeys, (key): ConditionTest => {
    return { operator: 'Null', key, values: ['true'] };
  });
  return [ofOthers, withoutSource].every((conditions) => {
    const { answer } = decide({
      claims: [{ policies: { kind, documents: [document] }, is: 'allowed' }],
      parts: {
        ...fixedRequester({ kind: 'service', service }),
        ...(kind === 'trust' && { actions: ['sts:AssumeRole'] }),
        conditions: conditions.filter(({ values }) => values.length > 0),
      },
      budget: new Budget(budget),
    });
    return answer === 'no';
  });
}
