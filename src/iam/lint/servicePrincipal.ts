import type { AnyStatement } from '../parse';
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
  *check({ document }) {
    for (const statement of document.statements) yield* checkStatement(statement);
  },
};

function* checkStatement({ effect, principal, conditions }: AnyStatement): Generator<Finding> {
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
