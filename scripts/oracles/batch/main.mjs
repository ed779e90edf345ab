// @ts-check
import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { isDeep, representatives } from '../../deep.mjs';
import { execute, isThere } from '../execute.mjs';
import { startHarness, writeFiles } from '../harness.mjs';
import { canonicalPolicy, storedRoles } from '../iac/canonical.mjs';
import { initialise, pluginFolder, terraform } from '../iac/terraform.mjs';
import { load } from '../load.mjs';
import { startLocalAws } from '../localAws.mjs';
import { findAwsClis, motoVersion } from '../tools.mjs';

/** @typedef {import('../localAws.mjs').LocalAws} LocalAws */

const { exampleRows, sharedForm } = await load('src/batch/batch.testing.ts');
const { judgeBatch } = await load('src/batch/judgeRows.ts');
const { batchFiles } = await load('src/batch/batchFiles.ts');

const { folder, check, skip, say, finish } = startHarness('batch');

const [clis, moto, hasTerraform, hasCfnLint] = await Promise.all([
  findAwsClis(),
  motoVersion(),
  isThere('terraform', ['version']),
  isThere('cfn-lint', ['--version']),
]);
const [cli] = clis;
if (cli) process.env['PATH'] = `${dirname(cli.path)}${delimiter}${process.env['PATH'] ?? ''}`;

/** Three accounts with two applications each; the rows of the first one override what they can. */
const judged = judgeBatch(
  exampleRows(3, 2).map((/** @type {any} */ row, /** @type {number} */ index) => ({
    ...row,
    texts: {
      ...row.texts,
      ...(index === 1 && { attachment: 'managed', description: 'Jobs $HOME "quoted"' }),
      ...(index === 4 && { path: '/chat/', maxSessionDuration: '7200' }),
    },
  })),
  { ...sharedForm, tags: [{ key: 'team', value: 'chat' }] },
);
/** @type {readonly any[]} */
const plans = judged.rows.map((/** @type {any} */ { plan }) => plan);
const accountIds = [...new Set(plans.map(({ accountId }) => accountId))];
const small = join(folder, 'small');
writeBatch(small, judged);

const large = join(folder, 'large');
const [accounts, applications] = isDeep ? [200, 50] : [2, 20];
writeBatch(large, judgeBatch(exampleRows(accounts, applications), sharedForm));

await lintTemplates();
await checkTerraform();
if (cli === undefined || moto === undefined) {
  skip('a batch on local accounts', cli ? 'python3 has no moto with its server' : 'no AWS CLI');
} else {
  await applyEverywhere();
  await deployStackSets();
}
finish();

/**
 * @param {string} target
 * @param {any} batch
 */
function writeBatch(target, batch) {
  for (const files of batchFiles(batch)) {
    writeFiles(
      target,
      files.map((/** @type {any} */ { path, contents }) => [path, contents]),
    );
  }
}

async function lintTemplates() {
  if (!hasCfnLint) {
    skip('cfn-lint over the templates of a batch', 'cfn-lint is not on the PATH');
    return;
  }
  const templates = [small, large].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?:cloudformation|stack-sets)[/\\][^/\\]+\.yaml$/.test(path))
      .map((path) => join(top, path)),
  );
  const { code, stdout, stderr } = await execute('cfn-lint', templates);
  check(code === 0, 'cfn-lint accepts every template of a batch', stdout + stderr);
  say(`cfn-lint read ${templates.length} templates`);
}

async function checkTerraform() {
  if (!hasTerraform) {
    skip('Terraform roots of a batch', 'terraform is not on the PATH');
    return;
  }
  const formatted = await execute('terraform', ['fmt', '-check', '-diff', '-recursive', folder]);
  check(
    formatted.code === 0,
    'terraform fmt leaves every root of a batch as it is',
    formatted.stdout + formatted.stderr,
  );
  say('terraform fmt read every root');
  const plugins = pluginFolder();
  if (!isDeep || plugins === undefined) return;
  const [accountId = ''] = readdirSync(large).filter((name) => /^\d{12}$/.test(name));
  const root = join(large, accountId, 'terraform');
  const initialised = await initialise(root, process.env, plugins);
  const validated = await terraform(root, process.env, ['validate', '-no-color']);
  check(
    initialised.code === 0 && validated.code === 0,
    'terraform validate takes the root of an account with many roles',
    initialised.stderr + validated.stdout + validated.stderr,
  );
  say('terraform validated a root');
}

/** The roles that the form for one application makes of the rows, as IAM stores them. */
function expectedRoles(/** @type {string} */ accountId) {
  return new Map(
    plans
      .filter((plan) => plan.accountId === accountId)
      .map(({ role, roleArn, permissionsPolicy: { name, attachment, document } }) => {
        const policy = canonicalPolicy(document);
        const isInline = attachment === 'inline';
        return [
          role.roleName,
          JSON.stringify(
            {
              arn: roleArn,
              path: role.path,
              description: role.description,
              maxSessionDuration: role.maxSessionDuration,
              permissionsBoundary: '',
              tags: role.tags.map((/** @type {any} */ { key, value }) => ({
                Key: key,
                Value: value,
              })),
              trustPolicy: canonicalPolicy(role.trustPolicy),
              inlinePolicies: isInline ? [{ document: policy, name }] : [],
              managedPolicies: isInline
                ? []
                : [{ arn: `arn:aws:iam::${accountId}:policy/${name}`, document: policy }],
            },
            null,
            2,
          ),
        ];
      }),
  );
}

/**
 * @param {string} how
 * @param {LocalAws} aws
 * @param {string} accountId
 */
async function compare(how, aws, accountId) {
  const stored = await storedRoles(aws);
  const expected = expectedRoles(accountId);
  for (const [name, role] of expected) {
    check(
      parsed(stored.get(name)) === parsed(role),
      `${how} makes the role of the row: ${accountId} ${name}`,
      `${stored.get(name)}\n— expected —\n${role}`,
    );
  }
  check(stored.size === expected.size, `${how} makes no other role in ${accountId}`);
}

/** Without regard to the order of keys. */
function parsed(/** @type {string | undefined} */ role) {
  if (role === undefined) return undefined;
  const value = JSON.parse(role);
  return JSON.stringify(canonicalPolicy(value));
}

async function applyEverywhere() {
  // Without the other accounts: their roles override nothing, and StackSets create them as well.
  for (const accountId of representatives(accountIds, (_, index) => index === 0)) {
    const aws = await startLocalAws(accountId);
    const run = (/** @type {string} */ shell, /** @type {string[]} */ ...args) =>
      execute(shell, args, { cwd: small, env: aws.env });
    const dry = await run('sh', 'apply-all.sh', '--dry-run');
    check(dry.code === 0, `apply-all.sh --dry-run: ${accountId}`, dry.stdout + dry.stderr);
    check((await storedRoles(aws)).size === 0, `a dry run creates nothing: ${accountId}`);
    const applied = await run('sh', 'apply-all.sh');
    check(applied.code === 0, `apply-all.sh: ${accountId}`, applied.stdout + applied.stderr);
    await compare('apply-all.sh', aws, accountId);
    const again = await run('sh', 'apply-all.sh');
    check(
      again.code === 0 && /2 roles, 2 of them unchanged, 0 failed/.test(again.stdout),
      `apply-all.sh has nothing to do the second time: ${accountId}`,
      again.stdout + again.stderr,
    );
    const undone = await run('sh', 'rollback-all.sh', '--delete', '--yes');
    check(
      undone.code === 0 && (await storedRoles(aws)).size === 0,
      `rollback-all.sh --delete removes the roles: ${accountId}`,
      undone.stdout + undone.stderr,
    );
    say(`the scripts did account ${accountId}`);

    await aws.reset();
    const template = join(small, accountId, 'cloudformation', 'template.yaml');
    const stack = await run(
      'aws',
      'cloudformation',
      'create-stack',
      '--stack-name=roles',
      '--capabilities=CAPABILITY_NAMED_IAM',
      `--template-body=file://${template}`,
    );
    check(stack.code === 0, `CloudFormation: ${accountId}`, stack.stderr);
    await compare('CloudFormation', aws, accountId);
    say(`CloudFormation did account ${accountId}`);

    await aws.reset();
    await applyTerraform(aws, accountId);
    aws.stop();
  }
}

/**
 * @param {LocalAws} aws
 * @param {string} accountId
 */
async function applyTerraform(aws, accountId) {
  if (!hasTerraform) return;
  const root = join(small, accountId, 'terraform');
  const plugins = pluginFolder();
  const initialised = await initialise(root, aws.env, plugins);
  if (initialised.code !== 0) {
    if (plugins === undefined) {
      skip(`terraform apply: ${accountId}`, 'no provider on this disk (TF_PLUGIN_DIR)');
    } else check(false, `terraform init: ${accountId}`, initialised.stderr);
    return;
  }
  const applied = await terraform(root, aws.env, ['apply', '-no-color', '-auto-approve']);
  check(applied.code === 0, `terraform apply: ${accountId}`, applied.stdout + applied.stderr);
  await compare('Terraform', aws, accountId);
  const again = await terraform(root, aws.env, ['plan', '-no-color', '-detailed-exitcode']);
  check(
    again.code === 0,
    `Terraform has nothing to do the second time: ${accountId}`,
    again.stdout,
  );
  say(`Terraform did account ${accountId}`);
}

/** One local AWS has all accounts; the credentials of each are those of one of its roles. */
async function deployStackSets() {
  const aws = await startLocalAws();
  const deployed = await execute('sh', ['stack-sets/deploy.sh', '--self-managed'], {
    cwd: small,
    env: aws.env,
  });
  check(deployed.code === 0, 'stack-sets/deploy.sh', deployed.stdout + deployed.stderr);
  for (const accountId of accountIds) {
    const { stdout } = await execute(
      'aws',
      [
        'sts',
        'assume-role',
        '--role-session-name=batch',
        '--output=json',
        `--role-arn=arn:aws:iam::${accountId}:role/reader`,
      ],
      { env: aws.env },
    );
    const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(stdout).Credentials;
    const env = {
      ...aws.env,
      AWS_ACCESS_KEY_ID: AccessKeyId,
      AWS_SECRET_ACCESS_KEY: SecretAccessKey,
      AWS_SESSION_TOKEN: SessionToken,
    };
    await compare('A StackSet', { ...aws, env }, accountId);
  }
  const again = await execute('sh', ['stack-sets/deploy.sh', '--self-managed'], {
    cwd: small,
    env: aws.env,
  });
  check(again.code === 0, 'stack-sets/deploy.sh can be repeated', again.stdout + again.stderr);
  say('a StackSet did every account');
  aws.stop();
}
