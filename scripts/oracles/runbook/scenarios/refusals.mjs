// @ts-check
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {import('../setting.mjs').Scenario} Scenario */

/** @type {Scenario} */
export const refusals = {
  name: 'refused before anything happens',
  play: async (setting, place) => {
    const { account, check } = setting;
    const script = join(place.home, 'policies/apply.sh');
    const original = readFileSync(script, 'utf8');
    writeFileSync(script, original.replace(/^account_id=\d+$/m, 'account_id=999999999999'));
    const wrong = await place.run('apply');
    check(
      wrong.code === 1 &&
        /belong to account \d{12}, this role belongs to account 999999999999/.test(wrong.output),
      'the wrong account is refused',
      wrong.output,
    );
    writeFileSync(script, original);
    const unknown = await place.run('apply', ['--force']);
    check(
      unknown.code === 2 && unknown.output.startsWith('Usage: '),
      'an unknown option is refused',
      unknown.output,
    );
    const nameless = await place.run('apply', ['--profile']);
    check(nameless.code === 2, '--profile needs a name', nameless.output);
    const profile = await place.run('apply', ['--profile', 'no such profile']);
    check(
      profile.code === 1 && /no such profile/.test(profile.output),
      '--profile reaches the CLI',
      profile.output,
    );
    const bare = await place.run('apply', [], {
      env: { PATH: withoutAws(place.home, setting.shell) },
    });
    check(
      bare.code === 1 && /AWS CLI is missing/.test(bare.output),
      'a missing CLI is named',
      bare.output,
    );
    const unasked = await place.run('rollback');
    check(
      unasked.code === 1 && /no backup/.test(unasked.output),
      'rollback without a backup is refused',
      unasked.output,
    );
    check(
      account.behaviour.changes.length === 0,
      'nothing was tried',
      account.behaviour.changes.join(', '),
    );
  },
};

/**
 * A PATH with a shell and its tools, and without aws.
 *
 * @param {string} home
 * @param {string} shell
 */
function withoutAws(home, shell) {
  const folder = join(home, 'tools');
  mkdirSync(folder);
  const places = (process.env['PATH'] ?? '').split(delimiter);
  for (const tool of [shell, 'mktemp', 'rm']) {
    const found = places.map((place) => join(place, tool)).find(existsSync);
    if (found !== undefined) symlinkSync(found, join(folder, tool));
  }
  return folder;
}
