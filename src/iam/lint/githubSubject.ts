import { conditionsOn } from '../conditionsOn';
import type { AnyPolicyDocument, AnyStatement, Located } from '../parse';
import { Budget } from '../solver/budget';
import { decide, type Answer } from '../solver/decide';
import type { ConditionTest } from '../conditions';
import { fixedRequester } from '../solver/requesters';
import { finding, type Finding, type Rule } from './rule';

const github = 'token.actions.githubusercontent.com';
const subjectKey = `${github}:sub`;
const budget = 300_000;
const page =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html' as const;

/** The subject of a workflow in a repository that no policy is expected to name. */
const unnamedSubject = 'repo:zoe-example/scratch:ref:refs/heads/main';

/**
 * Which repositories of GitHub the conditions on the subject let in.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export const githubSubject: Rule = {
  codes: [
    'MISSING_GITHUB_REPO_CONDITION_KEY',
    'GITHUB_OWNER_NOT_EXACT',
    'GITHUB_SUBJECT_NEVER_MATCHES',
  ],
  kinds: ['trust'],
  *check({ document }) {
    for (const statement of document.statements) {
      const provider = providerOf(statement);
      const [first] = subjects(statement);
      if (provider === undefined || !first) continue;
      yield* checkSubject(document, statement, provider, first);
    }
  },
};

function* checkSubject(
  document: AnyPolicyDocument,
  statement: AnyStatement,
  provider: string,
  first: Located,
): Generator<Finding> {
  // Each statement alone: the loop above reports the others.
  const alone = { ...document, statements: [statement] };
  const ask = (subject: ConditionTest): Answer => askGithub(alone, provider, subject);
  const equals = (value: string): ConditionTest => ({
    operator: 'StringEquals',
    key: subjectKey,
    values: [value],
  });
  if (ask(equals(unnamedSubject)).answer === 'yes') {
    yield finding(
      'securityWarning',
      'MISSING_GITHUB_REPO_CONDITION_KEY',
      first.at,
      `Any repository on GitHub may assume the role, such as ${unnamedSubject.split(':')[1]}: the condition on ${subjectKey} does not name yours.`,
    );
    return;
  }
  const absent = { operator: 'Null', key: subjectKey, values: ['true'] };
  if (ask(absent).answer === 'yes') {
    yield finding(
      'securityWarning',
      'MISSING_GITHUB_REPO_CONDITION_KEY',
      first.at,
      `The condition also holds without ${subjectKey}, so that it asks for no repository: leave out IfExists and ForAllValues.`,
    );
  }
  for (const { value, at } of subjects(statement)) {
    const neighbour = subjectOfOtherOwner(value);
    if (neighbour === undefined || ask(equals(neighbour)).answer !== 'yes') continue;
    yield {
      rule: 'GITHUB_OWNER_NOT_EXACT',
      severity: 'securityWarning',
      message: `Repositories of other owners may assume the role, such as ${neighbour.split(':')[1]}: end the owner with a slash.`,
      at,
      source: page,
    };
  }
  const any = { operator: 'StringLike', key: subjectKey, values: ['repo:?*/?*:?*'] };
  // What keeps every workflow out whatever its subject is reported by another rule.
  const own = conditionsOn(statement.conditions, subjectKey);
  const others = statement.conditions.filter((condition) => !own.includes(condition));
  const rest = { ...document, statements: [{ ...statement, conditions: others }] };
  if (askGithub(rest, provider, any).answer === 'no') return;
  if (ask(any).answer === 'no' || isLiteral(statement)) {
    yield {
      rule: 'GITHUB_SUBJECT_NEVER_MATCHES',
      severity: 'error',
      message:
        'No workflow can assume the role: a subject of GitHub reads repo:OWNER/NAME:…, and StringLike alone reads wildcards.',
      at: first.at,
      source: page,
    };
  }
}

function providerOf({ effect, principal }: AnyStatement): string | undefined {
  if (effect?.value !== 'Allow' || principal?.negated !== false) return undefined;
  return principal.entries.find(
    ({ kind, value }) => kind === 'Federated' && value.toLowerCase().endsWith(`/${github}`),
  )?.value;
}

/** Whether StringEquals compares the subject with a text with wildcards, which it takes literally. */
const isLiteral = ({ conditions }: AnyStatement): boolean =>
  conditionsOn(conditions, subjectKey).some(
    ({ operator, values }) =>
      /^StringEquals(?:IgnoreCase)?$/.test(operator) &&
      values.length > 0 &&
      values.every(({ value }) => /[*?]/.test(value)),
  );

const subjects = ({ conditions }: AnyStatement): readonly Located[] =>
  conditionsOn(conditions, subjectKey).flatMap(({ values }) => values);

/**
 * A subject that the pattern matches although its owner is another one: the wildcard in the owner's name
 * replaced by other text. Undefined without such a wildcard.
 */
function subjectOfOtherOwner(value: string): string | undefined {
  const owner = /^repo:([^/:]*)/.exec(value)?.[1];
  if (owner === undefined || !/[*?]/.test(owner)) return undefined;
  const name = owner.replaceAll('*', '-fork').replaceAll('?', 'x');
  const rest = value.slice('repo:'.length + owner.length).replaceAll(/[*?]/g, 'x');
  return `repo:${name}${rest.includes('/') ? rest : '/scratch:ref:refs/heads/main'}`;
}

function askGithub(document: AnyPolicyDocument, provider: string, subject: ConditionTest): Answer {
  const { requester, isAbsent } = fixedRequester({ kind: 'federated', provider });
  return decide({
    claims: [{ policies: { kind: 'trust', documents: [document] }, is: 'allowed' }],
    parts: {
      ...(requester && { requester }),
      isAbsent: (key) => (isAbsent?.(key) ?? false) || key.startsWith('https://'),
      actions: ['sts:AssumeRoleWithWebIdentity'],
      conditions: [subject],
    },
    budget: new Budget(budget),
  });
}
