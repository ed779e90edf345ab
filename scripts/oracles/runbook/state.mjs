// @ts-check
import { isDeepStrictEqual } from 'node:util';

/** @typedef {import('./account.mjs').Account} Account */

/** @param {string} xml @param {string} tag @returns {string[]} */
const all = (xml, tag) =>
  [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text);

/** @param {string} text */
const unescapeXml = (text) =>
  text
    .replaceAll(/&#(?:x([0-9a-fA-F]+)|(\d+));/g, (_, hex, decimal) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** @param {string} xml @param {string} tag */
const one = (xml, tag) => {
  const [text] = all(xml, tag);
  return text === undefined ? undefined : unescapeXml(text);
};

/** @param {string | undefined} text URL-encoded JSON */
const documentOf = (text) => decodeURIComponent((text ?? '').replaceAll('+', ' '));

/**
 * Everything that IAM stores about a role and a managed policy, as texts where it stores texts;
 * undefined where there is none.
 *
 * @param {Account} account
 * @param {string} roleName
 * @param {string} policyArn
 */
export async function stateOf(account, roleName, policyArn) {
  const known = async (/** @type {string} */ action, /** @type {any} */ parameters) => {
    try {
      return await account.iam(action, parameters);
    } catch (error) {
      if (String(error).includes('NoSuchEntity')) return undefined;
      throw error;
    }
  };
  const role = await known('GetRole', { RoleName: roleName });
  const policy = await known('GetPolicy', { PolicyArn: policyArn });
  return {
    role: role === undefined ? undefined : await roleState(account, roleName, role),
    policy:
      policy === undefined
        ? undefined
        : documentOf(
            one(
              await account.iam('GetPolicyVersion', {
                PolicyArn: policyArn,
                VersionId: one(policy, 'DefaultVersionId') ?? '',
              }),
              'Document',
            ),
          ),
  };
}

/** @param {Account} account @param {string} roleName @param {string} xml */
async function roleState(account, roleName, xml) {
  const names = all(await account.iam('ListRolePolicies', { RoleName: roleName }), 'member');
  /** @type {Record<string, string>} */
  const inline = {};
  for (const name of names.map(unescapeXml)) {
    const answer = await account.iam('GetRolePolicy', { RoleName: roleName, PolicyName: name });
    inline[name] = documentOf(one(answer, 'PolicyDocument'));
  }
  const attached = await account.iam('ListAttachedRolePolicies', { RoleName: roleName });
  const tags = await account.iam('ListRoleTags', { RoleName: roleName });
  return {
    path: one(xml, 'Path'),
    description: one(xml, 'Description') ?? '',
    maxSessionDuration: Number(one(xml, 'MaxSessionDuration')),
    permissionsBoundary: one(xml, 'PermissionsBoundaryArn'),
    tags: all(tags, 'member')
      .map((tag) => ({ key: one(tag, 'Key') ?? '', value: one(tag, 'Value') ?? '' }))
      .sort((left, right) => (left.key < right.key ? -1 : 1)),
    trustPolicy: documentOf(one(xml, 'AssumeRolePolicyDocument')),
    inline,
    attached: all(attached, 'PolicyArn').map(unescapeXml),
  };
}

/** The managed policy's ARN; for an inline policy, of one that is never there. @param {any} plan */
export const policyArnOf = (plan) =>
  `arn:${plan.partition}:iam::${plan.accountId}:policy/${plan.permissionsPolicy.name}`;

/**
 * The differences between a state and the plan; empty if there is none. Documents are compared as JSON with
 * the exported files.
 *
 * @param {any} state
 * @param {import('./cases.mjs').Case} one
 * @returns {readonly string[]}
 */
export function deviations(state, { plan, files }) {
  /** @type {string[]} */
  const found = [];
  const compare = (
    /** @type {string} */ what,
    /** @type {any} */ have,
    /** @type {any} */ want,
  ) => {
    if (!isDeepStrictEqual(have, want)) {
      found.push(`${what}: ${JSON.stringify(have)} instead of ${JSON.stringify(want)}`);
    }
  };
  const file = (/** @type {RegExp} */ name) =>
    JSON.parse([...files].find(([path]) => name.test(path))?.[1] ?? 'null');
  const permissions = file(/permspolicyfor(?:API|webexperience)anonymous\.json$/);
  const { name, attachment } = plan.permissionsPolicy;
  if (!state.role) return ['there is no role'];
  if (attachment === 'inline') {
    compare('inline policies', Object.keys(state.role.inline), [name]);
    compare('permissions policy', JSON.parse(state.role.inline[name] ?? 'null'), permissions);
  } else {
    compare('attached policies', state.role.attached, [policyArnOf(plan)]);
    compare('permissions policy', JSON.parse(state.policy ?? 'null'), permissions);
  }
  if (plan.target === 'existing-role') return found;
  compare('trust policy', JSON.parse(state.role.trustPolicy), file(/trustpolicyfor\w+\.json$/));
  compare('path', state.role.path, plan.role.path);
  compare('description', state.role.description, plan.role.description);
  compare('session duration', state.role.maxSessionDuration, plan.role.maxSessionDuration);
  compare('boundary', state.role.permissionsBoundary, plan.role.permissionsBoundary);
  compare(
    'tags',
    state.role.tags,
    [...plan.role.tags].sort((left, right) => (left.key < right.key ? -1 : 1)),
  );
  return found;
}
