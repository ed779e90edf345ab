// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../run.mjs';
import { execute, isThere } from '../execute.mjs';
import { writeFiles } from '../harness.mjs';

const policy = (/** @type {string} */ resource) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Chat', Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: resource }],
  });
const exact =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

/**
 * Runs the steps of the composite action in a new repository, with the variables that GitHub would
 * set, and the hook for pre-commit.
 *
 * @param {import('../harness.mjs').Harness & { readonly program: string }} setting
 */
export async function checkAction({ folder, check, skip, program }) {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  check(
    action.runs.using === 'composite' &&
      action.runs.steps.every((/** @type {any} */ step) => step.shell === 'bash' && step.run),
    'action.yml is a composite action of bash steps',
  );
  const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  const [name, ...words] = hook.entry.split(' ');
  check(
    name === 'qbusiness-policies' && hook.language === 'node' && words.at(-1) === '--',
    'the hook runs the program of the package',
  );
  const hooked = await execute(process.execPath, [
    program,
    ...words.slice(0, -1),
    '--',
    join(root, 'action.yml'),
  ]);
  check([0, 1].includes(hooked.code), 'the entry of the hook is a command line', hooked.stderr);

  if (!(await isThere('git', ['--version']))) {
    skip('the action in a repository', 'git is not on the PATH');
    return;
  }
  // The folder of the action, as a release contains it, with the program.
  const home = join(folder, 'action');
  const place = join(folder, 'repository');
  writeFiles(
    home,
    ['build', 'audit'].map((step) => [
      `scripts/action/${step}.sh`,
      readFileSync(join(root, `scripts/action/${step}.sh`), 'utf8'),
    ]),
  );
  writeFiles(home, [
    ['dist-cli/main.js', readFileSync(program, 'utf8')],
    ['package.json', readFileSync(join(dirname(program), '../package.json'), 'utf8')],
  ]);
  mkdirSync(place);
  const git = async (/** @type {readonly string[]} */ ...args) => {
    const identity = [
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.com',
      '-c',
      'init.defaultBranch=main',
    ];
    const outcome = await execute('git', [...identity, ...args], { cwd: place });
    if (outcome.code !== 0) throw new Error(outcome.stderr);
    return outcome.stdout.trim();
  };
  const commit = async (/** @type {Readonly<Record<string, string>>} */ files) => {
    writeFiles(place, Object.entries(files));
    await git('add', '-A');
    await git('commit', '-qm', 'x');
    return git('rev-parse', 'HEAD');
  };
  await git('init', '-q');
  const first = await commit({
    'iam/old.json': policy('*'),
    'package.json': '{"name":"x"}',
    'iam/kept.json': policy(exact),
  });
  const clean = await commit({
    'iam/kept.json': policy(exact),
    'iam/new one.json': policy(exact),
    'tsconfig.json': '{}',
  });
  await commit({ 'iam/-wide.json': policy('*'), '-': policy('*') });

  const output = join(folder, 'output');
  const start = async (/** @type {Readonly<Record<string, string>>} */ settings) => {
    writeFileSync(output, '');
    const env = {
      ...process.env,
      GITHUB_ACTION_PATH: home,
      GITHUB_WORKSPACE: place,
      GITHUB_OUTPUT: output,
      AUDIT_ALL: action.inputs.all.default,
      AUDIT_LEVEL: action.inputs.level.default,
      AUDIT_SARIF: join(folder, action.inputs.sarif.default),
      AUDIT_PATHS: action.inputs.paths.default,
      ...settings,
    };
    let last = { code: 0, stdout: '', stderr: '' };
    for (const { run } of action.runs.steps) {
      last = await execute('bash', ['-c', run], { cwd: place, env });
      if (last.code !== 0) break;
    }
    return { ...last, outputs: readFileSync(output, 'utf8') };
  };
  const sarif = () => JSON.parse(readFileSync(join(folder, action.inputs.sarif.default), 'utf8'));
  const uris = () =>
    sarif().runs[0].artifacts.map((/** @type {any} */ { location }) => location.uri);

  const changed = await start({ AUDIT_BASE: clean });
  check(
    changed.code === 1 &&
      /^findings=true$/m.test(changed.outputs) &&
      changed.stdout.includes('iam/-wide.json:'),
    'a wide policy that was added fails the step',
    changed.stdout + changed.stderr,
  );
  check(uris().join() === 'iam/-wide.json', 'only what changed is read', uris().join());
  check(sarif().version === '2.1.0' && sarif().runs[0].results.length > 0, 'the log is SARIF');

  await git('checkout', '-q', clean);
  const fine = await start({ AUDIT_BASE: first });
  check(
    fine.code === 0 &&
      /^findings=false$/m.test(fine.outputs) &&
      uris().join() === 'iam/new%20one.json',
    'a good policy that was added passes',
    fine.stdout + fine.stderr + uris().join(),
  );
  const none = await start({ AUDIT_BASE: clean });
  check(none.code === 0 && /No policy/.test(none.stdout), 'no change is no failure', none.stderr);
  const all = await start({ AUDIT_BASE: clean, AUDIT_ALL: 'true' });
  check(
    all.code === 1 && uris().join() === 'iam/kept.json,iam/new%20one.json,iam/old.json',
    'every file is read when told to, but for those that hold no policy',
    uris().join() + all.stderr,
  );
  for (const base of ['', '0'.repeat(40), 'f'.repeat(40)]) {
    const unknown = await start({ AUDIT_BASE: base });
    check(
      unknown.code === 1,
      `without a known base ("${base}") every file is read`,
      unknown.stdout + unknown.stderr,
    );
  }
  const wrong = await start({ AUDIT_BASE: first, AUDIT_LEVEL: 'mild' });
  check(wrong.code === 2, 'a wrong level is wrong usage', wrong.stdout + wrong.stderr);
}
