// @ts-check
import { canonicalPolicy, storedRoles } from './canonical.mjs';
import { cases, check } from './setting.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('../localAws.mjs').LocalAws} LocalAws */

/**
 * @param {string} how
 * @param {ReadonlyMap<string, string>} expected
 * @param {ReadonlyMap<string, string>} actual
 * @param {readonly Case[]} [some]
 */
export function compareRoles(how, expected, actual, some = cases) {
  for (const { plan, title } of some) {
    const want = expected.get(plan.roleName);
    const have = actual.get(plan.roleName);
    check(
      want !== undefined && have === want,
      `${how} makes the role that the AWS CLI makes: ${title}`,
      `${have}\n— expected —\n${want}`,
    );
  }
}

/**
 * Cases that the tools take over because their role exists, with the roles that get the companion policies.
 *
 * @type {readonly {
 *   readonly id: string,
 *   readonly variables: readonly string[],
 *   readonly parameters: Readonly<Record<string, string>> | undefined,
 * }[]}
 */
export const takeovers = [
  {
    id: 'web-inline-full',
    variables: ['url_issuer_role_name=holder', 'operator_role_name=holder'],
    parameters: { UrlIssuerRoleName: 'holder', OperatorRoleName: 'holder' },
  },
  {
    id: 'same-account-managed-plain',
    variables: ['attach_role_caller_policy=true', 'operator_role_name=holder'],
    parameters: { OperatorRoleName: 'holder' },
  },
  { id: 'existing-role-inline-plain', variables: [], parameters: undefined },
];

/** @param {string} id */
export function caseOf(id) {
  const one = cases.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`No case ${id}`);
  return one;
}

const HOLDERS = ['holder', 'my-backend-role'];

/**
 * Creates roles that belong to no plan and have no policy: the companion policies go to them.
 *
 * @param {LocalAws} aws
 */
export async function makeHolders(aws) {
  for (const role of HOLDERS) {
    if (!(await storedRoles(aws)).has(role)) await makeRole(aws, role);
  }
}

/**
 * Checks that the holders have the companion policies of the plan, as exported.
 *
 * @param {string} how
 * @param {Case} one
 * @param {ReadonlyMap<string, string>} stored
 * @param {readonly any[]} [companions]
 */
export function compareHolders(how, one, stored, companions = one.plan.companions) {
  const expected = new Map(
    companions.map(({ id, fileName }) => [
      `QBusinessAnonymous-${id}`,
      JSON.stringify(canonicalPolicy(JSON.parse(one.files.get(`policies/${fileName}`) ?? 'null'))),
    ]),
  );
  const actual = new Map(
    HOLDERS.flatMap((role) =>
      JSON.parse(stored.get(role) ?? '{ "inlinePolicies": [] }').inlinePolicies.map(
        (/** @type {any} */ { name, document }) => [name, JSON.stringify(document)],
      ),
    ),
  );
  for (const [name, document] of expected) {
    check(
      actual.get(name) === document,
      `${how} attaches ${name}: ${one.title}`,
      `${actual.get(name)}\n— expected —\n${document}`,
    );
  }
}

/** @param {LocalAws} aws */
export async function makeExistingRoles(aws) {
  for (const { plan } of cases.filter((one) => one.plan.target === 'existing-role')) {
    await makeRole(aws, plan.roleName);
  }
}

/**
 * @param {LocalAws} aws
 * @param {string} name
 */
const makeRole = (aws, name) =>
  aws.call('iam', {
    Action: 'CreateRole',
    Version: '2010-05-08',
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    }),
  });
