// @ts-check
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { policyArnOf, stateOf } from './state.mjs';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('../harness.mjs').Check} Check */

/**
 * @typedef {object} Setting
 * @property {Account} account empty
 * @property {Case} one
 * @property {import('../tools.mjs').AwsCli} cli
 * @property {string} shell
 * @property {string} folder
 * @property {Check} check
 */

/**
 * One way in which the scripts are run: repeated, interrupted, refused and so on.
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {true} [needsQBusiness] whether it needs an AWS CLI that knows Amazon Q Business
 * @property {(setting: Setting, place: ReturnType<typeof import('./workplace.mjs').workplace>) => Promise<void>} play
 */

export const anyTrust = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});
export const anyPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:*', 's3:GetObject'], Resource: '*' }],
});

/** @param {Setting} setting */
export const state = ({ account, one }) =>
  stateOf(account, one.plan.roleName, policyArnOf(one.plan));

/** Empties the account; for a plan of an existing role, creates that role. @param {Setting} setting */
export async function prepare({ account, one }) {
  await account.reset();
  if (one.plan.target === 'existing-role') {
    await account.iam('CreateRole', {
      RoleName: one.plan.roleName,
      AssumeRolePolicyDocument: anyTrust,
    });
  }
}

/** Changes what the scripts manage, as a person could do in the console. @param {Setting} setting */
export async function drift({ account, one }) {
  const { roleName, permissionsPolicy } = one.plan;
  if (permissionsPolicy.attachment === 'inline') {
    await account.iam('PutRolePolicy', {
      RoleName: roleName,
      PolicyName: permissionsPolicy.name,
      PolicyDocument: anyPolicy,
    });
  } else {
    await account.iam('CreatePolicyVersion', {
      PolicyArn: policyArnOf(one.plan),
      PolicyDocument: anyPolicy,
      SetAsDefault: 'true',
    });
  }
  if (one.plan.target === 'existing-role') return;
  await account.iam('UpdateAssumeRolePolicy', { RoleName: roleName, PolicyDocument: anyTrust });
  await account.iam('UpdateRole', {
    RoleName: roleName,
    Description: `d'r$(i)\`f\`t "\u00E9" \u00FF`,
    MaxSessionDuration: '7777',
  });
  await account.iam('TagRole', {
    RoleName: roleName,
    'Tags.member.1.Key': 'dr\u00EFft ed',
    'Tags.member.1.Value': 'a=b @x',
    'Tags.member.2.Key': 'team',
    'Tags.member.2.Value': 'other',
  });
  await account.iam('PutRolePermissionsBoundary', {
    RoleName: roleName,
    PermissionsBoundary: `arn:aws:iam::${one.plan.accountId}:policy/Other`,
  });
}

/** Backups of a folder. @param {string} home @param {RegExp} name */
export const folders = (home, name) =>
  readdirSync(join(home, 'policies')).filter((entry) => name.test(entry));

/** Documents without white space between their tokens: the CLI hands them out parsed. @param {any} whole */
export const compact = (whole) => {
  const pack = (/** @type {string | undefined} */ text) => text && JSON.stringify(JSON.parse(text));
  return {
    policy: pack(whole.policy),
    role: whole.role && {
      ...whole.role,
      trustPolicy: pack(whole.role.trustPolicy),
      inline: Object.fromEntries(
        Object.entries(whole.role.inline).map(([name, text]) => [name, pack(text)]),
      ),
    },
  };
};
