// @ts-check
import { delimiter, dirname } from 'node:path';
import { execute, isThere } from '../execute.mjs';
import { inLanes } from '../harness.mjs';
import { REGION, startLocalAws } from '../localAws.mjs';
import { findAwsClis, motoVersion } from '../tools.mjs';
import { canonicalTemplate, storedRoles } from './canonical.mjs';
import { ACCOUNT, OTHER_ACCOUNT } from './cases.mjs';
import { installCdk, synthesiseAll } from './cdk.mjs';
import {
  applyWithCloudFormation,
  attachCompanions,
  deployWithHeader,
  lintTemplates,
} from './cloudFormation.mjs';
import { makeExistingRoles } from './roles.mjs';
import { cases, check, finish, folderOf, say, skip } from './setting.mjs';
import { applyWithTerraform, formatTerraform } from './terraformRoles.mjs';

/** @typedef {import('../localAws.mjs').LocalAws} LocalAws */

const [clis, moto, hasTerraform, hasCfnLint] = await Promise.all([
  findAwsClis(),
  motoVersion(),
  isThere('terraform', ['version']),
  isThere('cfn-lint', ['--version']),
]);

const [aws] = clis;
if (aws) process.env['PATH'] = `${dirname(aws.path)}${delimiter}${process.env['PATH'] ?? ''}`;

if (hasCfnLint) await lintTemplates();
else skip('cfn-lint', 'cfn-lint is not on the PATH');
if (hasTerraform) await formatTerraform();
else skip('terraform fmt', 'terraform is not on the PATH');

const syntheses = await synthesiseCdk();

if (aws === undefined || moto === undefined) {
  skip(
    'applying the exports to a local AWS',
    aws ? 'python3 has no moto with its server' : 'there is no AWS CLI',
  );
} else {
  await applyEverything();
}

finish();

/** @returns {Promise<ReadonlyMap<string, import('./cdk.mjs').Synthesis> | undefined>} */
async function synthesiseCdk() {
  if (!(await installCdk())) {
    skip('the CDK', 'aws-cdk-lib is not installed and the registry cannot be reached');
    return undefined;
  }
  const result = await synthesiseAll(cases, OTHER_ACCOUNT, REGION);
  check(result.error === undefined, 'the CDK constructs compile and synthesise', result.error);
  if (result.error !== undefined) return undefined;
  for (const one of cases) {
    const synthesis = result.syntheses.get(one.id);
    const template = one.files.get('policies/cloudformation/template.json') ?? '';
    const expected = canonicalTemplate(JSON.parse(template));
    const actual = synthesis === undefined ? '' : canonicalTemplate(synthesis.template);
    check(
      actual === expected,
      `the CDK synthesises the CloudFormation template: ${one.title}`,
      `${actual}\n— expected —\n${expected}`,
    );
    check(
      synthesis?.refusal.includes(`for account ${ACCOUNT}`) ?? false,
      `the CDK refuses a stack of another account: ${one.title}`,
      synthesis?.refusal,
    );
  }
  say('the CDK synthesised every construct');
  return result.syntheses;
}

async function applyEverything() {
  const accounts = await Promise.all([ACCOUNT, ACCOUNT, ACCOUNT, OTHER_ACCOUNT].map(startLocalAws));
  say('four local AWS accounts are up');
  try {
    await applyToAccounts(.../** @type {[LocalAws, LocalAws, LocalAws, LocalAws]} */ (accounts));
  } finally {
    for (const account of accounts) account.stop();
  }
}

/**
 * @param {LocalAws} cli
 * @param {LocalAws} formation
 * @param {LocalAws} terraformed
 * @param {LocalAws} foreign
 */
async function applyToAccounts(cli, formation, terraformed, foreign) {
  await applyWithCli(cli);
  const expected = await storedRoles(cli);
  for (const { plan, title } of cases) {
    check(expected.has(plan.roleName), `the AWS CLI makes the role: ${title}`);
  }
  say(`the AWS CLI made ${expected.size} roles`);

  await applyWithCloudFormation(formation, foreign, expected, syntheses);
  await deployWithHeader(formation, expected);
  await attachCompanions(formation);
  if (hasTerraform) await applyWithTerraform({ terraformed, foreign, cli, expected });
  else skip('terraform apply', 'terraform is not on the PATH');
}

/** @param {LocalAws} aws */
async function applyWithCli(aws) {
  await makeExistingRoles(aws);
  await inLanes(2, cases, async (one) => {
    const { code, stderr } = await execute('sh', ['-euc', one.script], {
      cwd: folderOf(one),
      env: aws.env,
    });
    check(code === 0, `the commands run: ${one.title}`, `${one.script}\n${stderr}`);
  });
}
