// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute } from '../execute.mjs';
import { writeFiles } from '../harness.mjs';
import { load } from '../load.mjs';

const judge = fileURLToPath(new URL('commandShapes.py', import.meta.url));

/**
 * Checks every `aws` command line of every case with the AWS CLI's parser and the models of the services.
 * Those of PowerShell scripts are taken from the parsed script.
 *
 * @param {object} setting
 * @param {readonly import('./cases.mjs').Case[]} setting.cases
 * @param {readonly { readonly id: string, readonly words: readonly string[] }[]} setting.powerShellCommands
 * @param {string} setting.folder
 * @param {import('../harness.mjs').Check} setting.check
 * @param {import('../harness.mjs').Harness['skip']} setting.skip
 */
export async function checkCommandShapes({ cases, powerShellCommands, folder, check, skip }) {
  const what = 'command lines held against the service models';
  if ((await execute('python3', ['-c', 'import awscli.clidriver'])).code !== 0) {
    skip(what, 'python3 has no awscli');
    return;
  }
  const home = mkdtempSync(join(folder, 'shapes-'));
  for (const { id, files } of cases) {
    writeFiles(join(home, id), files);
    // Files that the scripts themselves write while they run.
    const backup = 'policies/backup-20260101T000000Z';
    writeFiles(join(home, id), [
      [`${backup}/trust-policy.json`, '{}'],
      [`${backup}/permissions-policy.json`, '{}'],
      [`${backup}/tags.json`, '[{"Key":"a","Value":"b"}]'],
      [`${backup}/settings.json`, '{"RoleName":"a","Description":"","MaxSessionDuration":3600}'],
      ['untag.json', '{"RoleName":"a","TagKeys":["a"]}'],
      ['list.json', '["{}"]'],
    ]);
  }
  const lines = [...(await commandsOfPlans(cases)), ...powerShellCommands].map(({ id, words }) =>
    JSON.stringify({ folder: join(home, id), words }),
  );
  const different = [...new Set(lines)];
  const { code, stdout, stderr } = await feed(different.join('\n'));
  check(code === 0, what, stderr);
  if (code !== 0) return;
  /** @type {{ words: string[], problem: string }[]} */
  const refused = JSON.parse(stdout);
  for (const { words, problem } of refused) check(false, words.join(' '), problem);
  for (let good = different.length - refused.length; good > 0; good -= 1)
    check(true, 'command line');
  check(different.length > 100, 'there were command lines to check');
  console.log(`         ${different.length} different command lines`);
}

/** @param {readonly import('./cases.mjs').Case[]} cases */
async function commandsOfPlans(cases) {
  const [{ roleCommands }, { orderOfWork }, { companionSteps }, steps] = await Promise.all(
    [
      'src/exporters/roleCommands.ts',
      'src/exporters/orderOfWork.ts',
      'src/exporters/companionSteps.ts',
      'src/exporters/runbook/runbookCommands.ts',
    ].map(load),
  );
  return cases.flatMap(({ id, plan }) => {
    const isNew = plan.target === 'new-role';
    const all = [
      ...roleCommands(plan),
      ...plan.handover,
      ...orderOfWork(plan),
      ...plan.companions.flatMap((/** @type {any} */ one) => companionSteps(plan, one)),
      ...steps.documentChecks(plan),
      ...(isNew
        ? [steps.setSettingsStep(plan), steps.boundaryStep(plan), steps.setTagsStep(plan)]
        : []),
    ].flatMap((step) => (step?.command ? [step.command] : []));
    return all
      .filter(({ program }) => program === 'aws')
      .map((command) => ({ id, words: wordsOf(command) }));
  });
}

/** @param {any} command */
const wordsOf = ({ program, subcommand, options }) => [
  program,
  ...subcommand,
  ...options.flatMap((/** @type {any} */ { flag, values }) => [
    flag,
    ...values.map((/** @type {any} */ value) =>
      typeof value === 'string' ? value : '0a1b2c3d-0000-0000-0000-000000000000',
    ),
  ]),
];

/** @param {string} input @returns {Promise<{ code: number, stdout: string, stderr: string }>} */
function feed(input) {
  return new Promise((resolve) => {
    const child = spawn('python3', [judge], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: 'x',
        AWS_SECRET_ACCESS_KEY: 'x',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        PYTHONUTF8: '1',
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    child.stdin.end(input);
  });
}
