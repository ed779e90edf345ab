// @ts-check
import { isDeepStrictEqual } from 'node:util';
import { APPLICATION } from '../cases.mjs';
import { hostileEnvironment } from '../environment.mjs';
import { compact, drift, state } from '../setting.mjs';
import { deviations } from '../state.mjs';

/** @typedef {import('../setting.mjs').Scenario} Scenario */

const OTHER_APPLICATION = 'ffffffff-5678-90ab-cdef-0123456789ab';

/** In a hostile environment, the scripts do the same as in a plain one. @type {Scenario} */
export const hostile = {
  name: 'a hostile environment',
  play: async (setting, place) => {
    const { one, shell, check } = setting;
    const env = hostileEnvironment({
      home: place.home,
      scripts: [...one.files].flatMap(([path, text]) => (path.endsWith('.sh') ? [text] : [])),
      isPosix: shell !== 'bash',
      decoy: new Map(
        [...one.files].map(([path, text]) => [
          path,
          text.replaceAll(APPLICATION, OTHER_APPLICATION),
        ]),
      ),
    });
    const made = await place.run('apply', [], { env });
    check(made.code === 0, 'apply creates the role', made.output);
    const found = deviations(await state(setting), one);
    check(found.length === 0, 'the role is what the files say', found.join('\n'));
    const verified = await place.run('verify', [], { env });
    check(
      verified.code === 0 && /^0 different, /m.test(verified.output),
      'verify finds everything the same',
      verified.output,
    );
    await drift(setting);
    const drifted = await state(setting);
    const updated = await place.run('apply', ['--update'], { env });
    check(updated.code === 0, 'apply --update goes through', updated.output);
    const restored = await place.run('rollback', [], { env });
    check(
      restored.code === 0 && isDeepStrictEqual(compact(await state(setting)), compact(drifted)),
      'rollback restores what was there',
      restored.output,
    );
  },
};
