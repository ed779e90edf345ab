// @ts-check
import { representatives } from '../../deep.mjs';
import { inLanes, startHarness } from '../harness.mjs';
import { load } from '../load.mjs';
import { caseMaker, loadCases, ACCOUNT } from './cases.mjs';
import { startAccount } from './account.mjs';
import { checkCommandShapes } from './commandShapes.mjs';
import { checkCli } from './commandLineProgram.mjs';
import { checkPowerShell } from './powerShell.mjs';
import { deep, everyCase, play } from './scenarios.mjs';
import { checkShells } from './shells.mjs';
import { findAwsClis, findShells, motoVersion, versionOf } from '../tools.mjs';

const { folder, check, checkOf, skip, note, say, finish } = startHarness('runbook');

const [clis, shells, moto, shellcheck] = await Promise.all([
  findAwsClis(),
  findShells(),
  motoVersion(),
  versionOf('shellcheck', ['--version']),
]);
const tools = [
  ...clis.map(({ version }) => `AWS CLI ${version}`),
  ...shells,
  ...(moto === undefined ? [] : [`moto ${moto}`]),
  ...(shellcheck === undefined ? [] : [`ShellCheck ${shellcheck}`]),
];
say(`tools: ${tools.join(', ') || 'none'}`);
note(`tools: ${tools.join(', ') || 'none'}`);
if (!clis.some(({ major }) => major === 1)) skip('AWS CLI 1', 'no aws of version 1 was found');
if (!clis.some(({ major }) => major === 2)) skip('AWS CLI 2', 'no aws of version 2 was found');

const cases = await loadCases();
say(`${cases.length} plans exported`);

await checkShells({ cases, shells, hasShellCheck: shellcheck !== undefined, folder, check, skip });
say('sh scripts read');
const powerShellCommands = await checkPowerShell({ cases, check });
say(`PowerShell read: ${powerShellCommands.length} aws commands`);
await checkCommandShapes({ cases, powerShellCommands, folder, check, skip });
say('command lines held against the shapes of the AWS CLI');
await checkCli({ folder, check });
say('command line program compared');

if (moto === undefined || clis.length === 0 || shells.length === 0) {
  skip(
    'running the scripts on a local IAM',
    moto === undefined ? 'python3 has no moto with its server' : 'there is no AWS CLI or no shell',
  );
} else {
  await runScripts();
}

/** Runs the jobs on two accounts at a time, the longest first. */
async function runScripts() {
  const [first, ...others] = clis;
  if (!first) return;
  const makeCase = await caseMaker();
  const { exampleFormValues, exampleOfCaller } = await load('src/qbusiness/examples.ts');
  const rich = {
    tags: [
      { key: 'team', value: 'chat' },
      { key: 'cost centre', value: 'a=b @ \u00E9' },
    ],
    permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/Boundary`,
    description: `it's "$(id)" \`x\` \u00E9`,
    maxSessionDuration: '7200',
  };
  const inline = makeCase({ ...exampleFormValues, ...rich }, 'web-experience, inline');
  const managed = makeCase(
    {
      ...exampleOfCaller('other-account'),
      ...rich,
      tags: [],
      permissionsBoundary: '',
      attachment: 'managed',
      path: '/chat/',
    },
    'other-account, managed',
  );
  const existing = makeCase(
    { ...exampleOfCaller('existing-role'), attachment: 'managed' },
    'existing-role, managed',
  );
  const shellOf = (/** @type {number} */ number) => shells[number % shells.length] ?? 'sh';
  const jobs = [
    ...deep.managed.map((scenario) => ({ scenario, one: managed })),
    ...deep.inline.map((scenario) => ({ scenario, one: inline })),
    ...deep.existing.map((scenario) => ({ scenario, one: existing })),
  ].map((job, number) => ({ ...job, cli: first, shell: shellOf(number) }));
  jobs.push(
    ...cases.flatMap((one, number) =>
      representatives(everyCase, (_, turn) => number % 2 === turn).flatMap((scenario, turn) =>
        representatives(shells, (shell) => shell === shellOf(number + turn)).map((shell) => ({
          scenario,
          one,
          cli: first,
          shell,
        })),
      ),
    ),
  );
  for (const cli of others) {
    jobs.push(
      ...[inline, managed].flatMap((one, number) =>
        everyCase.map((scenario) => ({ scenario, one, cli, shell: shellOf(number) })),
      ),
    );
  }
  say(`${jobs.length} scenarios on a local IAM`);
  const accounts = await Promise.all([startAccount(ACCOUNT), startAccount(ACCOUNT)]);
  try {
    await inLanes(accounts.length, jobs, async ({ scenario, one, cli, shell }, lane) => {
      const account = accounts[lane];
      if (!account) throw new Error(`There is no account ${lane}`);
      const title = `${one.id}, ${shell}, AWS CLI ${cli.version}: ${scenario.name}`;
      if (scenario.needsQBusiness && !cli.hasQBusiness) {
        skip(title, 'this AWS CLI does not know Amazon Q Business');
        return;
      }
      const begin = performance.now();
      try {
        await play(scenario, { account, one, cli, shell, folder, check: checkOf(title) });
      } catch (error) {
        check(false, title, error instanceof Error ? error.stack : String(error));
      }
      say(`${title} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
    });
  } finally {
    for (const account of accounts) account.stop();
  }
}

finish();
