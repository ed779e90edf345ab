import { conditionsOn } from '../conditionsOn';
import { parseOperatorName } from '../conditions/operators';
import { actionMatches } from '../match';
import type { AnyPrincipal, AnyStatement } from '../parse';
import { finding, type Finding, type Rule } from './rule';

const github = 'token.actions.githubusercontent.com';

/**
 * Providers that many organizations share, each with the claim that tells whose a token is.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const claimsOfShared: ReadonlyMap<string, string> = new Map([
  ['cognito-identity.amazonaws.com', 'aud'],
  ['gitlab.com', 'sub'],
  ['app.terraform.io', 'sub'],
  ['agent.buildkite.com', 'sub'],
  ['oidc.codefresh.io', 'sub'],
]);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export const oidc: Rule = {
  codes: [
    'INVALID_CONDITION_KEY_FORMAT',
    'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    'MISSING_GITHUB_REPO_CONDITION_KEY',
    'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
    'CONFIRM_AUDIENCE_CLAIM_TYPE',
  ],
  kinds: ['trust'],
  *check({ document }) {
    for (const statement of document.statements) {
      if (statement.effect?.value !== 'Allow' || statement.principal?.negated) continue;
      // A statement that only allows sts:TagSession lets nobody assume the role.
      if (!assumesRole(statement)) continue;
      for (const entry of statement.principal?.entries ?? []) {
        const issuer = issuerOf(entry);
        if (issuer !== undefined) yield* checkIssuer(issuer, entry, statement);
      }
    }
  },
};

const assumesRole = ({ action }: AnyStatement): boolean =>
  action?.negated === true ||
  (action?.entries.some(
    ({ value }) => actionMatches(value, 'sts:AssumeRoleWithWebIdentity') !== false,
  ) ??
    false);

/** The host and path of an OIDC provider, which is also the prefix of its condition keys. */
function issuerOf({ kind, value }: AnyPrincipal): string | undefined {
  if (kind !== 'Federated' || value.includes(':saml-provider/')) return undefined;
  return (value.split(':oidc-provider/')[1] ?? value).toLowerCase();
}

function* checkIssuer(
  issuer: string,
  entry: AnyPrincipal,
  { conditions }: AnyStatement,
): Generator<Finding> {
  const own = conditions.filter(({ key }) => key.toLowerCase().startsWith(`${issuer}:`));
  const withScheme = conditions.filter(({ key }) =>
    key.toLowerCase().startsWith(`https://${issuer}:`),
  );
  for (const { key, at } of withScheme) {
    const right = key.slice('https://'.length);
    yield finding(
      'error',
      'INVALID_CONDITION_KEY_FORMAT',
      at,
      `No token has ${key}, so that nobody can assume the role: the key is ${right}.`,
      { title: `Write ${right}`, edits: [{ kind: 'rename', at, key: right }], grants: 'changed' },
    );
  }
  if (withScheme.length > 0) return;
  if (own.length === 0) {
    yield finding(
      'securityWarning',
      'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
      entry.at,
      `Whoever has a token of ${issuer} may assume the role: add a condition on ${issuer}:aud or ${issuer}:sub.`,
    );
  }
  if (issuer === github) yield* checkGithub(entry, own);
  const claim = claimsOfShared.get(issuer);
  if (
    own.length > 0 &&
    claim !== undefined &&
    conditionsOn(own, `${issuer}:${claim}`).length === 0
  ) {
    yield finding(
      'securityWarning',
      'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
      entry.at,
      `${issuer} signs tokens for everybody who uses it, of whatever AWS account: add a condition on ${issuer}:${claim} that names yours.`,
    );
  }
  for (const { key, operator, at } of own) {
    if (!key.toLowerCase().endsWith(':aud')) continue;
    const setOperator = parseOperatorName(operator)?.setOperator;
    if (setOperator === undefined) continue;
    const [severity, code] =
      setOperator === 'ForAnyValue'
        ? (['securityWarning', 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE'] as const)
        : (['suggestion', 'CONFIRM_AUDIENCE_CLAIM_TYPE'] as const);
    yield finding(severity, code, at, `${setOperator} is right only if ${key} has several values.`);
  }
}

function* checkGithub(entry: AnyPrincipal, own: AnyStatement['conditions']): Generator<Finding> {
  const subject = conditionsOn(own, `${github}:sub`);
  if (subject.length === 0) {
    yield finding(
      'securityWarning',
      'MISSING_GITHUB_REPO_CONDITION_KEY',
      entry.at,
      `Any repository on GitHub may assume the role: name yours in ${github}:sub.`,
    );
  }
  for (const { value, at } of subject.flatMap(({ values }) => values)) {
    // repo:owner/name:ref:refs/heads/main; a wildcard after the repository is one branch for another.
    const [, repository = '', ...branch] = value.split(':');
    const [owner = '', name = ''] = repository.split('/');
    const isSpecific =
      !/[*?]/.test(`${owner}${name}`) && name !== '' && !/[*?]/.test(branch.join(':'));
    if (isSpecific) continue;
    yield finding(
      'warning',
      'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
      at,
      'Name the repository and the branch: a wildcard lets in more than one.',
    );
  }
}
