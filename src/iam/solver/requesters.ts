import type { AnyPolicyDocument } from '../parse';
import { accountOfPrincipal, type RequestPrincipal } from '../principal';
import { isUnknownValue } from '../unknownValue';
import type { RequestParts } from './request';

/** A class of requesters, and the keys that their requests cannot carry. */
export type Requesters = Pick<RequestParts, 'requester' | 'isAbsent'>;

/** Condition keys that describe a role or user. */
const identityKeys =
  /^aws:(?:principal(?!isawsservice|servicename)|username|userid|multifactorauth|tokenissuetime|federatedprovider|sourceidentity)/;
/** Condition keys that name the resource for which a service makes the request. */
const sourceKeys = /^aws:source(?:arn|account|orgid|orgpaths|owner)/;
const serviceKeys = /^aws:principal(?:isawsservice|servicename)/;

/**
 * Hands over the attributes of the certificate as tags of the principal.
 *
 * @see https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
const taggingService = 'rolesanywhere.amazonaws.com';

/**
 * Keys that requests of such a requester do not carry.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function absentKeys(kind: RequestPrincipal['kind'], service?: string): (key: string) => boolean {
  switch (kind) {
    case 'service':
      return (key) =>
        identityKeys.test(key) &&
        !(service === taggingService && key.startsWith('aws:principaltag/'));
    case 'anyone':
    case 'federated':
      return (key) =>
        sourceKeys.test(key) ||
        serviceKeys.test(key) ||
        (identityKeys.test(key) && key !== 'aws:federatedprovider' && key !== 'aws:principaltype');
    case 'user':
      return (key) => sourceKeys.test(key) || key.startsWith('aws:principalservicename');
    case 'role':
    case 'assumedRole':
    case 'account':
      return (key) =>
        sourceKeys.test(key) ||
        key.startsWith('aws:principalservicename') ||
        key === 'aws:username';
  }
}

export const fixedRequester = (principal: RequestPrincipal): Requesters => ({
  requester: { kind: 'fixed', principal },
  isAbsent: absentKeys(
    principal.kind,
    principal.kind === 'service' ? principal.service : undefined,
  ),
});

export const anyIdentity = (kind: 'role' | 'user'): Requesters => ({
  requester: { kind },
  isAbsent: absentKeys(kind),
});

/**
 * Classes of requesters that together cover everybody: each service and identity provider that the
 * documents name and one that they do not, roles, users, named sessions, the root user of each named
 * account and of another one, and a requester of whom nothing is known.
 */
export function requestersIn(documents: readonly AnyPolicyDocument[]): readonly Requesters[] {
  const entries = documents.flatMap(({ statements }) =>
    statements.flatMap(({ principal }) => principal?.entries ?? []),
  );
  const known = entries.filter(({ value }) => !isUnknownValue(value));
  const named = (kind: string) =>
    new Set(known.flatMap((entry) => (entry.kind === kind ? [entry.value] : [])));
  const services = named('Service').add('example.amazonaws.com');
  const providers = named('Federated').add('accounts.example.com');
  const principals = [...named('AWS')];
  const accounts = new Set([
    ...principals.flatMap((value) => accountOfPrincipal(value) ?? []),
    '444455556666',
  ]);
  const sessions = principals.filter((value) => value.includes(':assumed-role/'));
  return [
    ...[...services].map((service) => fixedRequester({ kind: 'service', service })),
    anyIdentity('role'),
    anyIdentity('user'),
    ...sessions.map((arn) => fixedRequester({ kind: 'assumedRole', arn })),
    ...[...accounts].map((account) => fixedRequester({ kind: 'account', account })),
    ...[...providers].map((provider) => fixedRequester({ kind: 'federated', provider })),
    fixedRequester({ kind: 'anyone' }),
  ];
}
