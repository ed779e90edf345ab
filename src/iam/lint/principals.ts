import { parseArn } from '../arn';
import type { AnyPrincipal, AnyStatement, DocumentPath } from '../parse';
import { accountOfPrincipal, isUniqueId, roleOfArn } from '../principal';
import { isUnknownValue } from '../unknownValue';
import { finding, type Finding, type LintSubject, type Rule } from './rule';

const servicePrincipal =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov)$/;
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:\/[\w./-]*)?$/i;
const providerArn = /^arn:[\w-]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/\S+$/;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const principals: Rule = {
  codes: [
    'UNSUPPORTED_PRINCIPAL',
    'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    'ALLOW_WITH_NOT_PRINCIPAL',
    'INVALID_PRINCIPAL_FORMAT',
    'INVALID_SERVICE_PRINCIPAL_FORMAT',
    'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
    'INVALID_ROLE_REFERENCE',
    'INVALID_USER_REFERENCE',
    'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  ],
  *check({ document, kind }) {
    for (const statement of document.statements) {
      if (kind === 'identity') yield* inIdentityPolicy(statement);
      else yield* inResourcePolicy(statement, kind);
    }
  },
};

function* inIdentityPolicy({ principal }: AnyStatement): Generator<Finding> {
  if (!principal) return;
  yield finding(
    'error',
    'UNSUPPORTED_PRINCIPAL',
    principal.at,
    'An identity policy names no principal: whoever it is attached to is the principal.',
    {
      title: 'Remove the principal',
      edits: [{ kind: 'remove', at: principal.at }],
      grants: 'changed',
    },
  );
}

function* inResourcePolicy(
  { principal, resource, effect }: AnyStatement,
  kind: LintSubject['kind'],
): Generator<Finding> {
  if (kind === 'trust' && resource) {
    yield finding(
      'error',
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
      resource.at,
      'A trust policy names no resource: the role itself is the resource.',
      {
        title: 'Remove the resource',
        edits: [{ kind: 'remove', at: resource.at }],
        grants: 'changed',
      },
    );
  }
  if (!principal) return;
  if (principal.negated && kind === 'trust') {
    yield finding(
      'error',
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
      principal.at,
      'A trust policy names whom it trusts; NotPrincipal is not supported.',
    );
  }
  if (principal.negated && effect?.value === 'Allow') {
    yield finding(
      'securityWarning',
      'ALLOW_WITH_NOT_PRINCIPAL',
      principal.at,
      'Allow with NotPrincipal lets everyone in but the named, anonymous callers included.',
    );
  }
  for (const entry of principal.entries) {
    if (isUnknownValue(entry.value)) continue;
    // A Deny for everyone trusts nobody.
    if (entry.kind === 'Anyone' && effect?.value === 'Deny') continue;
    yield* checkEntry(entry, kind);
  }
  if (kind === 'trust') yield* redundantSessions(principal.entries);
}

function* checkEntry(
  { kind: key, value, at }: AnyPrincipal,
  kind: LintSubject['kind'],
): Generator<Finding> {
  switch (key) {
    case 'Anyone':
      if (kind !== 'trust') return;
      yield finding(
        'error',
        'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
        at,
        'A trust policy cannot trust everyone with "*".',
      );
      return;
    case 'AWS':
      yield* checkAwsPrincipal(value, at);
      return;
    case 'Service':
      if (/[*?]/.test(value)) yield unsupportedWildcard(key, at);
      else if (!servicePrincipal.test(value)) {
        yield finding(
          'error',
          'INVALID_SERVICE_PRINCIPAL_FORMAT',
          at,
          'A service principal is written service-name.amazonaws.com, in lower case.',
        );
      }
      return;
    case 'Federated':
      if (kind === 'resource') {
        yield finding(
          'error',
          'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
          at,
          'Only trust policies take identity providers.',
        );
      } else if (/[*?]/.test(value)) yield unsupportedWildcard(key, at);
      else if (!domainName.test(value) && !providerArn.test(value)) {
        yield finding(
          'error',
          'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
          at,
          'A federated principal is a domain name or the ARN of a SAML or OIDC provider.',
        );
      }
      return;
    case 'CanonicalUser':
      return;
  }
}

function* checkAwsPrincipal(value: string, at: DocumentPath): Generator<Finding> {
  if (value === '*' || accountOfPrincipal(value) !== undefined) return;
  if (/[*?]/.test(value)) {
    yield unsupportedWildcard('AWS', at);
    return;
  }
  if (isUniqueId(value)) {
    const isUser = value.startsWith('AIDA');
    yield finding(
      'warning',
      isUser ? 'INVALID_USER_REFERENCE' : 'INVALID_ROLE_REFERENCE',
      at,
      `${value} is the id of a ${isUser ? 'user' : 'role'}: IAM shows it after the deletion of what was named here.`,
    );
    return;
  }
  // The principal with which CloudFront reads a bucket.
  if (/^arn:aws[\w-]*:iam::cloudfront:user\/CloudFront Origin Access Identity \w+$/.test(value))
    return;
  const arn = parseArn(value);
  const isPrincipal =
    arn?.region === '' &&
    /^\d{12}$/.test(arn.account) &&
    ((arn.service === 'iam' && /^(?:role|user)\/\S+$/.test(arn.resource)) ||
      (arn.service === 'sts' &&
        /^(?:assumed-role\/[^/]+|federated-user)\/\S+$/.test(arn.resource)));
  if (!isPrincipal) {
    yield finding(
      'error',
      'INVALID_PRINCIPAL_FORMAT',
      at,
      'An AWS principal is an account ID or the ARN of an account, a role, a user or a session.',
    );
  }
}

function unsupportedWildcard(key: string, at: DocumentPath): Finding {
  return finding(
    'error',
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    at,
    `A wildcard inside a ${key} principal is not supported.`,
  );
}

function* redundantSessions(entries: readonly AnyPrincipal[]): Generator<Finding> {
  const roles = new Map<string, string>();
  for (const { kind, value } of entries) {
    const role = kind === 'AWS' && !value.includes(':sts:') ? roleOfArn(value) : undefined;
    if (role !== undefined) roles.set(role, value);
  }
  for (const { value, at } of entries) {
    const parent = value.includes(':sts:') ? roles.get(roleOfArn(value) ?? '') : undefined;
    if (parent === undefined) continue;
    yield finding(
      'suggestion',
      'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
      at,
      `The session adds nothing to its role ${parent}.`,
      { title: 'Remove the session', edits: [{ kind: 'remove', at }], grants: 'same' },
    );
  }
}
