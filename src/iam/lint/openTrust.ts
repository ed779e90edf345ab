import { conditionsOn } from '../conditionsOn';
import type { AnyPolicyDocument, AnyStatement } from '../parse';
import { Budget } from '../solver/budget';
import { decide, type Answer } from '../solver/decide';
import type { ConditionTest } from '../conditions';
import { anyIdentity } from '../solver/requesters';
import { unnamedAccount } from '../solver/unnamedAccount';
import { finding, type Rule } from './rule';

const budget = 300_000;

/** A trust policy that names everyone, and whose conditions admit roles of other accounts. */
export const openTrust: Rule = {
  codes: ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  kinds: ['trust'],
  *check({ document }) {
    const stars = document.statements.filter(trustsEveryone);
    if (stars.length === 0) return;
    const answer = askUnnamedRole(document);
    if (answer.answer !== 'yes') return;
    const decisive = answer.witness.evaluations[0]?.[0]?.decidedBy[0]?.at.join('/');
    const statement = stars.find(({ at }) => at.join('/') === decisive);
    const entry = statement?.principal?.entries.find(({ value }) => value === '*');
    if (!statement || !entry) return;
    const principal = answer.witness.requests[0].principal;
    const example = principal && 'arn' in principal ? `, such as ${principal.arn}` : '';
    yield finding(
      'error',
      'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      entry.at,
      statement.conditions.length === 0
        ? 'Every role and user of every AWS account can assume the role: name whom you trust.'
        : `Roles of other AWS accounts can assume the role${example}: the conditions do not keep them out.`,
    );
  },
};

const trustsEveryone = ({ effect, principal }: AnyStatement): boolean =>
  effect?.value === 'Allow' &&
  principal?.negated === false &&
  principal.entries.some(({ kind, value }) => kind === 'AWS' && value === '*');

/** Whether a role of an account and of an organization that the policy does not name may assume the role. */
function askUnnamedRole(document: AnyPolicyDocument): Answer {
  const conditions = document.statements.flatMap((statement) => statement.conditions);
  const valuesOf = (key: string) =>
    conditionsOn(conditions, key).flatMap(({ values }) => values.map(({ value }) => value));
  const written = JSON.stringify(conditions.map(({ values }) => values));
  const account = unnamedAccount((candidate) => written.includes(candidate));
  const organizations = valuesOf('aws:principalorgid');
  // The unique ID of a role or user belongs to that one alone.
  const uniqueIds = valuesOf('aws:userid').filter((value) => /^A[A-Z0-9]{15,}/.test(value));
  const asked: readonly ConditionTest[] = [
    { operator: 'StringEquals', key: 'aws:PrincipalAccount', values: [account] },
    { operator: 'ArnLike', key: 'aws:PrincipalArn', values: [`arn:aws:iam::${account}:role/*`] },
    { operator: 'StringNotEquals', key: 'aws:PrincipalOrgID', values: organizations },
    { operator: 'StringNotLike', key: 'aws:userid', values: uniqueIds },
    ...(valuesOf('aws:principalorgpaths').length > 0
      ? [{ operator: 'Null', key: 'aws:PrincipalOrgPaths', values: ['true'] }]
      : []),
    // An external ID is known only to those who were told it.
    ...(valuesOf('sts:externalid').length > 0
      ? [{ operator: 'Null', key: 'sts:ExternalId', values: ['true'] }]
      : []),
  ];
  const { requester, isAbsent } = anyIdentity('role');
  return decide({
    claims: [{ policies: { kind: 'trust', documents: [document] }, is: 'allowed' }],
    parts: {
      ...(requester && { requester }),
      ...(isAbsent && { isAbsent }),
      actions: ['sts:AssumeRole'],
      conditions: asked.filter(({ values }) => values.length > 0),
    },
    budget: new Budget(budget),
  });
}
