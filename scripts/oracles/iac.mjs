// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { installCdk, synthesiseAll } from './iacCdk.mjs';
import { canonicalPolicy, canonicalTemplate, storedRoles } from './iacCanonical.mjs';
import { loadCases, OTHER_ACCOUNT, REGION, ACCOUNT } from './iacCases.mjs';
import { execute, isThere } from './iacExecute.mjs';
import { startLocalAws } from './iacMoto.mjs';
import {
  initialise,
  pluginFolder,
  terraform,
  terraformFiles,
  writeFiles,
} from './iacTerraform.mjs';
import { findAwsClis } from './runbookTools.mjs';

/** @typedef {import('./iacCases.mjs').Case} Case */
/** @typedef {import('./iacMoto.mjs').LocalAws} LocalAws */

let passed = 0;
let failed = 0;
let skipped = 0;
/** @type {string[]} */
const notes = [];

/**
 * @param {boolean} holds
 * @param {string} what
 * @param {string} [evidence]
 */
function check(holds, what, evidence = '') {
  if (holds) {
    passed += 1;
    return;
  }
  failed += 1;
  notes.push(`failed: ${what}`);
  console.error(`✗ ${what}\n${evidence}`);
}

/** @param {string} what @param {string} why */
function skip(what, why) {
  skipped += 1;
  notes.push(`skipped: ${what} (${why})`);
}

const started = performance.now();
const say = (/** @type {string} */ text) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);

const work = mkdtempSync(join(tmpdir(), 'iac-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

async function lintTemplates() {
  const templates = cases.flatMap(({ id, files }) =>
    [...files.keys()]
      .filter((path) => path.startsWith('policies/cloudformation/'))
      .map((path) => join(work, 'exports', id, path)),
  );
  const { code, stdout, stderr } = await execute('cfn-lint', [
    '--format',
    'parseable',
    ...templates,
  ]);
  const findings = stdout.split('\n').filter((line) => line !== '');
  for (const template of templates) {
    const own = findings.filter((line) => line.startsWith(`${template}:`));
    check(own.length === 0, `cfn-lint: ${template.slice(work.length)}`, own.join('\n'));
  }
  check(code === 0 || findings.length > 0, 'cfn-lint runs', stderr);
  say(`cfn-lint read ${templates.length} templates`);
}

async function formatTerraform() {
  const { code, stdout, stderr } = await execute('terraform', [
    'fmt',
    '-check',
    '-diff',
    '-recursive',
    join(work, 'exports'),
  ]);
  check(code === 0, 'terraform fmt leaves every file as it is', stdout + stderr);
  say('terraform fmt read every file');
}

/** @returns {Promise<ReadonlyMap<string, import('./iacCdk.mjs').Synthesis> | undefined>} */
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
  const [cli, formation, terraformed, foreign] = await Promise.all(
    [ACCOUNT, ACCOUNT, ACCOUNT, OTHER_ACCOUNT].map(startLocalAws),
  );
  if (!cli || !formation || !terraformed || !foreign) throw new Error('No local AWS');
  say('four local AWS accounts are up');

  await applyWithCli(cli);
  const expected = await storedRoles(cli);
  for (const { plan, title } of cases) {
    check(expected.has(plan.roleName), `the AWS CLI makes the role: ${title}`);
  }
  say(`the AWS CLI made ${expected.size} roles`);

  await applyWithCloudFormation(formation, foreign, expected);
  await deployWithHeader(formation, expected);
  await attachCompanions(formation);
  if (hasTerraform) await applyWithTerraform({ terraformed, foreign, cli, expected });
  else skip('terraform apply', 'terraform is not on the PATH');
}

/**
 * @param {string} how
 * @param {ReadonlyMap<string, string>} expected
 * @param {ReadonlyMap<string, string>} actual
 * @param {readonly Case[]} [some]
 */
function compareRoles(how, expected, actual, some = cases) {
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

/** Plans whose role exists, and the roles that get their companion policies. */
const takeovers = [
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
function caseOf(id) {
  const one = cases.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`No case ${id}`);
  return one;
}

const HOLDERS = ['holder', 'my-backend-role'];

/**
 * Roles without a policy that are nobody's plan.
 *
 * @param {LocalAws} aws
 */
async function makeHolders(aws) {
  for (const role of HOLDERS) {
    if (!(await storedRoles(aws)).has(role)) await makeRole(aws, role);
  }
}

/**
 * The holders carry the companions of the plan, as their files say.
 *
 * @param {string} how
 * @param {Case} one
 * @param {ReadonlyMap<string, string>} stored
 * @param {readonly any[]} [companions]
 */
function compareHolders(how, one, stored, companions = one.plan.companions) {
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
async function attachCompanions(aws) {
  for (const { id, parameters } of takeovers) {
    if (parameters === undefined) continue;
    const one = caseOf(id);
    await aws.reset();
    await makeHolders(aws);
    const template = one.files.get('policies/cloudformation/companions.yaml') ?? '';
    await createStack(aws, one, template, parameters);
    compareHolders('CloudFormation', one, await storedRoles(aws));
  }
  const one = caseOf('same-account-managed-plain');
  await aws.reset();
  await makeHolders(aws);
  const { code, stderr } = await execute('sh', ['-euc', one.companionScript], {
    cwd: join(work, 'exports', one.id),
    env: aws.env,
  });
  check(code === 0, 'the command for a companion policy runs', stderr);
  compareHolders(
    'The AWS CLI',
    one,
    await storedRoles(aws),
    one.plan.companions.filter((/** @type {any} */ companion) => companion.id === 'role-caller'),
  );
  say('companion policies attached');
}

/** @param {LocalAws} aws */
async function makeExistingRoles(aws) {
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

/** @param {LocalAws} aws */
async function applyWithCli(aws) {
  await makeExistingRoles(aws);
  const waiting = [...cases];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { code, stderr } = await execute('sh', ['-euc', one.script], {
        cwd: join(work, 'exports', one.id),
        env: aws.env,
      });
      check(code === 0, `the commands run: ${one.title}`, `${one.script}\n${stderr}`);
    }
  };
  await Promise.all([worker(), worker()]);
}

/**
 * @param {LocalAws} aws
 * @param {LocalAws} foreign
 * @param {ReadonlyMap<string, string>} expected
 */
async function applyWithCloudFormation(aws, foreign, expected) {
  /** @type {readonly (readonly [string, (one: Case) => string | undefined])[]} */
  const ways = [
    ['CloudFormation (YAML)', ({ files }) => files.get('policies/cloudformation/template.yaml')],
    ['CloudFormation (JSON)', ({ files }) => files.get('policies/cloudformation/template.json')],
    ...(syntheses
      ? [
          /** @type {const} */ ([
            'the CDK',
            (/** @type {Case} */ { id }) => JSON.stringify(syntheses.get(id)?.template),
          ]),
        ]
      : []),
  ];
  for (const [how, templateOf] of ways) {
    await aws.reset();
    await makeExistingRoles(aws);
    for (const one of cases) await createStack(aws, one, templateOf(one) ?? '');
    compareRoles(how, expected, await storedRoles(aws));
    await Promise.all(cases.map((one) => createStack(foreign, one, templateOf(one) ?? '')));
    const made = await storedRoles(foreign);
    check(made.size === 0, `${how} makes nothing in another account`, [...made.keys()].join(', '));
    await foreign.reset();
  }
  say(`${ways.length} kinds of templates applied`);
}

/**
 * @param {LocalAws} aws
 * @param {Case} one
 * @param {string} template
 * @param {Readonly<Record<string, string>>} [parameters]
 */
async function createStack(aws, one, template, parameters = {}) {
  try {
    await aws.call('cloudformation', {
      Action: 'CreateStack',
      Version: '2010-05-15',
      StackName: one.id,
      TemplateBody: template,
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
      ...Object.fromEntries(
        Object.entries(parameters).flatMap(([name, value], index) => [
          [`Parameters.member.${index + 1}.ParameterKey`, name],
          [`Parameters.member.${index + 1}.ParameterValue`, value],
        ]),
      ),
    });
  } catch (error) {
    check(false, `the stack is made: ${one.title}`, String(error));
  }
}

/**
 * The command at the top of a template, as it stands there.
 *
 * @param {LocalAws} aws
 * @param {ReadonlyMap<string, string>} expected
 */
async function deployWithHeader(aws, expected) {
  await aws.reset();
  const some = cases.filter(({ id }) => /^(?:web|lambda)-(?:inline|managed)-full$/.test(id));
  for (const one of some) {
    const template = one.files.get('policies/cloudformation/template.yaml') ?? '';
    const [, ...command] = (template.split('\n\n')[0] ?? '').split('\n');
    const script = command.map((line) => line.replace(/^# /, '')).join('\n');
    const { code, stderr } = await execute('sh', ['-euc', script], {
      cwd: join(work, 'exports', one.id),
      env: aws.env,
    });
    check(code === 0, `the command above the template runs: ${one.title}`, `${script}\n${stderr}`);
  }
  compareRoles('aws cloudformation deploy', expected, await storedRoles(aws), some);
  say('deployed with the command above the template');
}

/** @param {{ readonly terraformed: LocalAws, readonly foreign: LocalAws, readonly cli: LocalAws, readonly expected: ReadonlyMap<string, string> }} accounts */
async function applyWithTerraform({ terraformed, foreign, cli, expected }) {
  const plugins = pluginFolder();
  const together = join(work, 'terraform');
  writeFiles(together, {
    ...terraformFiles(/** @type {Case} */ (cases[0]), (name) => name === 'providers.tf'),
    'modules.tf': cases.map(({ id }) => `module "${id}" {\n  source = "./${id}"\n}\n`).join(''),
    ...Object.fromEntries(
      cases.flatMap((one) =>
        Object.entries(
          terraformFiles(one, (name) => name === 'main.tf' || name === 'companions.tf'),
        ).map(([name, contents]) => [`${one.id}/${name}`, contents]),
      ),
    ),
  });
  const initialised = await initialise(together, terraformed.env, plugins);
  if (initialised.code !== 0) {
    const why =
      plugins === undefined ? 'no provider on this disk (TF_PLUGIN_DIR) and none downloaded' : '';
    if (plugins === undefined) skip('terraform apply', why);
    else check(false, 'terraform init', initialised.stderr);
    return;
  }
  const validated = await terraform(together, terraformed.env, ['validate', '-no-color']);
  check(
    validated.code === 0 && !/warning|deprecated/i.test(validated.stdout),
    'terraform validate accepts every module without a warning',
    validated.stdout + validated.stderr,
  );
  say('terraform validate read every module');

  const foreignPlan = await terraform(together, foreign.env, ['plan', '-no-color', '-lock=false']);
  const complaints = unwrapped(foreignPlan.stderr).split(
    `This role is for account ${ACCOUNT}, and these are credentials of account ${OTHER_ACCOUNT}.`,
  );
  check(
    foreignPlan.code !== 0 && complaints.length === cases.length + 1,
    'terraform plan refuses every role in another account, with a sentence',
    foreignPlan.stderr,
  );
  say('terraform plan refused another account');

  await makeExistingRoles(terraformed);
  const applied = await terraform(together, terraformed.env, [
    'apply',
    '-no-color',
    '-auto-approve',
    '-parallelism=20',
  ]);
  check(applied.code === 0, 'terraform apply', applied.stderr);
  compareRoles('Terraform', expected, await storedRoles(terraformed));
  say('terraform applied every module');

  for (const { id, variables } of takeovers) {
    const one = caseOf(id);
    const folder = join(work, 'exports', id, 'policies', 'terraform');
    const ready = await initialise(folder, cli.env, plugins);
    check(ready.code === 0, `terraform init: ${one.title}`, ready.stderr);
    await makeHolders(cli);
    const exists = one.plan.target === 'new-role' ? ['role_exists=true'] : [];
    const taken = await terraform(folder, cli.env, [
      'apply',
      '-no-color',
      '-auto-approve',
      ...[...exists, 'policy_exists=true', ...variables].map((pair) => `-var=${pair}`),
    ]);
    check(
      taken.code === 0 && taken.stdout.includes(`${exists.length + 1} imported,`),
      `Terraform takes over what exists: ${one.title}`,
      taken.stdout + taken.stderr,
    );
    const stored = await storedRoles(cli);
    compareRoles('Terraform, taking over,', expected, stored, [one]);
    compareHolders('Terraform', one, stored);
  }
  say('terraform took over roles that exist');
}

/**
 * Terraform breaks its sentences into framed lines.
 *
 * @param {string} text
 */
function unwrapped(text) {
  return text.replaceAll(/\s*[│╷╵]?\s+/g, ' ');
}

const cases = await loadCases();
for (const one of cases) {
  writeFiles(join(work, 'exports', one.id), Object.fromEntries(one.files));
}
say(`${cases.length} plans exported`);

const [clis, hasMoto, hasTerraform, hasCfnLint] = await Promise.all([
  findAwsClis(),
  isThere('python3', ['-c', 'import moto.server']),
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

if (aws === undefined || !hasMoto) {
  skip(
    'applying the exports to a local AWS',
    aws ? 'python3 has no moto with its server' : 'there is no AWS CLI',
  );
} else {
  await applyEverything();
}

say('done');
if (process.env['RESULT_FILE'] !== undefined) {
  writeFileSync(process.env['RESULT_FILE'], JSON.stringify({ passed, failed, skipped, notes }));
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
