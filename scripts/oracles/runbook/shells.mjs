// @ts-check
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../execute.mjs';
import { readGoldens } from '../goldens.mjs';
import { writeFiles } from '../harness.mjs';

/**
 * Every sh file is read by every shell, and is clean for ShellCheck.
 *
 * @param {object} setting
 * @param {readonly import('./cases.mjs').Case[]} setting.cases
 * @param {readonly string[]} setting.shells
 * @param {boolean} setting.hasShellCheck
 * @param {string} setting.folder
 * @param {import('../harness.mjs').Check} setting.check
 * @param {import('../harness.mjs').Harness['skip']} setting.skip
 */
export async function checkShells({ cases, shells, hasShellCheck, folder, check, skip }) {
  const home = mkdtempSync(join(folder, 'sh-'));
  const all = [...cases, ...readGoldens()];
  for (const { id, files } of all) writeFiles(join(home, id), files);
  const scripts = all.flatMap(({ id, files }) =>
    [...files.keys()].filter((path) => path.endsWith('.sh')).map((path) => join(home, id, path)),
  );
  for (const shell of shells) {
    const read = await Promise.all(
      scripts.map((file) => execute(shell, [...(shell === 'busybox' ? ['sh'] : []), '-n', file])),
    );
    for (const [index, { code, stderr }] of read.entries()) {
      check(
        code === 0 && stderr === '',
        `${shell} reads ${scripts[index]?.slice(home.length + 1)}`,
        stderr,
      );
    }
  }
  if (!hasShellCheck) {
    skip('ShellCheck', 'shellcheck is not on the PATH');
    return;
  }
  const shapes = new Set();
  const chosen = cases.flatMap(({ id, plan, files }) => {
    const { target, permissionsPolicy, role } = plan;
    const shape = [target, permissionsPolicy.attachment, role?.tags.length > 0].join();
    const isNew = !shapes.has(shape);
    shapes.add(shape);
    return [...files.keys()]
      .filter((path) => path.endsWith('/commands.sh') || (isNew && path.endsWith('.sh')))
      .map((path) => join(home, id, path));
  });
  // SC1003 and SC2016 ask whether a backslash or `$(…)` in single quotes was meant to act; in typed-in
  // text it never is.
  const scriptsOfGoldens = scripts.filter((file) => file.startsWith(join(home, 'golden')));
  const { code, stdout } = await execute('shellcheck', [
    '--exclude=SC1003,SC2016',
    ...chosen,
    ...scriptsOfGoldens,
  ]);
  check(
    code === 0,
    `ShellCheck finds nothing in the goldens and ${chosen.length} scripts of different shapes`,
    stdout,
  );
}
