// @ts-check
import { join } from 'node:path';
import { representatives } from '../../deep.mjs';
import { execute } from '../execute.mjs';
import { goldenFolder, readGoldens } from '../goldens.mjs';
import { storedRoles } from './canonical.mjs';
import {
  caseOf,
  compareHolders,
  compareRoles,
  makeExistingRoles,
  makeHolders,
  takeovers,
} from './roles.mjs';
import { cases, check, exportsFolder, folderOf, say } from './setting.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('../localAws.mjs').LocalAws} LocalAws */

export async function lintTemplates() {
  const templates = cases.flatMap(({ id, files }) =>
    [...files.keys()]
      .filter((path) => path.startsWith('policies/cloudformation/'))
      .map((path) => join(exportsFolder, id, path)),
  );
  templates.push(
    ...readGoldens().flatMap(({ id, files }) =>
      [...files.keys()]
        .filter((path) => path.startsWith('cloudformation/'))
        .map((path) => join(goldenFolder, id.replace(/^golden\//, ''), path)),
    ),
  );
  // The JSON template has the same contents as the YAML template, and is also deployed.
  const read = representatives(templates, (path) => path.endsWith('.yaml'));
  const { code, stdout, stderr } = await execute('cfn-lint', ['--format', 'parseable', ...read]);
  const findings = stdout.split('\n').filter((line) => line !== '');
  for (const template of read) {
    const own = findings.filter((line) => line.startsWith(`${template}:`));
    check(
      own.length === 0,
      `cfn-lint: ${template.slice(exportsFolder.length + 1)}`,
      own.join('\n'),
    );
  }
  check(code === 0 || findings.length > 0, 'cfn-lint runs', stderr);
  say(`cfn-lint read ${read.length} templates`);
}

/**
 * @param {LocalAws} aws
 * @param {LocalAws} foreign
 * @param {ReadonlyMap<string, string>} expected
 * @param {ReadonlyMap<string, import('./cdk.mjs').Synthesis>} [syntheses]
 */
export async function applyWithCloudFormation(aws, foreign, expected, syntheses) {
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
export async function deployWithHeader(aws, expected) {
  await aws.reset();
  const some = cases.filter(({ id }) => /^(?:web|lambda)-(?:inline|managed)-full$/.test(id));
  for (const one of some) {
    const template = one.files.get('policies/cloudformation/template.yaml') ?? '';
    const [, ...command] = (template.split('\n\n')[0] ?? '').split('\n');
    const script = command.map((line) => line.replace(/^# /, '')).join('\n');
    const { code, stderr } = await execute('sh', ['-euc', script], {
      cwd: folderOf(one),
      env: aws.env,
    });
    check(code === 0, `the command above the template runs: ${one.title}`, `${script}\n${stderr}`);
  }
  compareRoles('aws cloudformation deploy', expected, await storedRoles(aws), some);
  say('deployed with the command above the template');
}

/** @param {LocalAws} aws */
export async function attachCompanions(aws) {
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
    cwd: folderOf(one),
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
