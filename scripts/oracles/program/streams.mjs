// @ts-check
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, isThere } from '../execute.mjs';

const wide = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'qbusiness:*', Resource: '*' }],
});
const three =
  '--region us-east-1 --account-id 111122223333 --application-id a1b2c3d4-5678-90ab-cdef-example11111';

/**
 * Everything is written whatever kind the pipe is, and what goes wrong is said in one sentence.
 *
 * @param {import('../harness.mjs').Harness & { readonly program: string }} setting
 */
export async function checkStreams({ folder, check, skip, program }) {
  const bash = (/** @type {string} */ script) =>
    execute('bash', ['-c', `set -o pipefail; ${script}`], {
      cwd: folder,
      env: { ...process.env, PROGRAM: program, NODE: process.execPath },
    });
  const run = '"$NODE" "$PROGRAM"';
  const oneSentence = (/** @type {string} */ stderr) =>
    stderr.trimEnd().split('\n').length <= 2 && !/^ {4}at /m.test(stderr);

  // A document with so many findings that no pipe takes the answer at once.
  const statement = { Effect: 'Allow', Action: 'qbusiness:*', Resource: '*' };
  writeFileSync(
    join(folder, 'many.json'),
    JSON.stringify({
      Version: '2012-10-17',
      Statement: Array.from({ length: 400 }, () => statement),
    }),
  );
  writeFileSync(join(folder, 'wide.json'), wide);
  const whole = await bash(`${run} audit --json many.json > whole; wc -c < whole`);
  const length = Number(whole.stdout.trim());
  check(length > 200_000, `the answer is long: ${length} bytes`, whole.stderr);
  const slow = await bash(
    `{ ${run} audit --json many.json; echo $? > status; } | { sleep 1; wc -c; }; cat status`,
  );
  check(
    slow.stdout.trim().split(/\s+/).join() === `${length},1`,
    'a slow reader gets all of it',
    slow.stdout + slow.stderr,
  );
  if (await isThere('python3', ['-c', ''])) {
    const start = `python3 -c 'import os,sys; os.set_blocking(1, False); os.execv(sys.argv[1], sys.argv[1:])'`;
    const impatient = await bash(`${start} ${run} audit --json many.json | { sleep 1; wc -c; }`);
    check(
      Number(impatient.stdout.trim()) === length,
      'a pipe that does not wait gets all of it',
      impatient.stdout + impatient.stderr,
    );
  } else skip('a pipe that does not wait', 'python3 is not on the PATH');

  const gone = await bash(
    `{ ${run} audit --quiet many.json; echo $? > status; } | head -c 10; cat status`,
  );
  check(
    gone.stderr === '' && gone.stdout.endsWith('1\n'),
    'a reader that leaves changes no status and hears nothing',
    gone.stdout + gone.stderr,
  );
  const closed = await bash(`${run} audit wide.json >&- 2>&-`);
  check(closed.code !== 0 && closed.stderr === '', 'closed streams are survived', closed.stderr);

  const full = await bash(`${run} generate ${three} --quiet --stdout > /dev/full`);
  check(
    full.code === 2 && oneSentence(full.stderr) && /cannot be written/.test(full.stderr),
    'a full disk is named',
    full.stderr,
  );
  for (const [what, script, message] of /** @type {const} */ ([
    ['a folder as standard input', `${run} audit - < .`, 'it is a folder'],
    ['a folder as a file', `${run} audit .`, 'it is a folder'],
    ['an input without an end', `${run} audit /dev/zero`, 'is too large'],
    ['a standard input without an end', `${run} audit - < /dev/zero`, 'is too large'],
    ['what is no JSON', `echo '{' | ${run} generate --request -`, 'JSON'],
    ['standard input twice', `${run} compare - - < wide.json`, 'only once'],
  ])) {
    const refused = await bash(script);
    check(
      refused.code === 2 && refused.stderr.includes(message) && oneSentence(refused.stderr),
      `${what} is refused in one sentence`,
      refused.stderr,
    );
    const json = await bash(script.replace(/(audit|generate|compare)/, '$1 --json'));
    check(
      json.code === 2 && json.stderr === '' && JSON.parse(json.stdout).status === 'refused',
      `${what} is refused in JSON`,
      json.stdout + json.stderr,
    );
  }

  if (await isThere('script', ['-qec', 'true', '/dev/null'])) {
    // Node also asks CI, FORCE_COLOR and others whether a terminal has colours.
    const terminal = async (/** @type {string} */ settings) => {
      const { PATH } = process.env;
      const { stdout, stderr } = await execute(
        'env',
        [
          '-i',
          `PATH=${PATH}`,
          `PROGRAM=${program}`,
          `NODE=${process.execPath}`,
          ...settings.split(' '),
          'script',
          '-qec',
          `${run} audit wide.json`,
          '/dev/null',
        ],
        { cwd: folder },
      );
      return { isColoured: stdout.includes('\u001B['), evidence: JSON.stringify([stdout, stderr]) };
    };
    for (const [what, settings, expected] of /** @type {const} */ ([
      ['a terminal gets colours', 'TERM=xterm', true],
      ['NO_COLOR is respected', 'TERM=xterm NO_COLOR=1', false],
      ['a terminal that can do nothing gets no colours', 'TERM=dumb', false],
    ])) {
      const { isColoured, evidence } = await terminal(settings);
      check(isColoured === expected, what, evidence);
    }
  } else skip('colours on a terminal', 'script is not on the PATH');

  const interrupted = await new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'audit', '-'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    setTimeout(() => child.kill('SIGINT'), 500);
    child.on('close', (_, signal) => resolve(signal));
  });
  check(
    interrupted === 'SIGINT',
    'Ctrl+C ends a program that waits for its input',
    String(interrupted),
  );
}
