// @ts-check
import { isDeepStrictEqual } from 'node:util';
import { deviations } from '../state.mjs';
import { state } from '../setting.mjs';

/** @typedef {import('../setting.mjs').Scenario} Scenario */

/** @type {Scenario} */
export const life = {
  name: 'made, repeated, verified',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    const made = await place.run('apply');
    check(made.code === 0, 'apply makes the role', made.output);
    check(
      deviations(await state(setting), one).length === 0,
      'the role is what the files say',
      deviations(await state(setting), one).join('\n'),
    );
    account.behaviour.changes = [];
    const repeated = await place.run('apply');
    check(
      repeated.code === 0 &&
        /Nothing to do/.test(repeated.output) &&
        account.behaviour.changes.length === 0,
      'a second apply changes nothing and says so',
      repeated.output,
    );
    const verified = await place.run('verify');
    check(
      verified.code === 0 &&
        (setting.cli.hasQBusiness
          ? /^0 different, 0 skipped\.$/m.test(verified.output)
          : /^skipped .*too old to know the command$/m.test(verified.output) &&
            /^0 different, 1 skipped\.$/m.test(verified.output)),
      'verify finds everything the same',
      verified.output,
    );
    const types =
      one.plan.target === 'new-role'
        ? ['IDENTITY_POLICY', 'RESOURCE_POLICY AWS::IAM::AssumeRolePolicyDocument']
        : ['IDENTITY_POLICY'];
    check(
      isDeepStrictEqual(account.behaviour.validated, types),
      'Access Analyzer gets each document with its type',
      account.behaviour.validated.join(', '),
    );
    check(
      account.behaviour.changes.length === 0,
      'verify changes nothing',
      account.behaviour.changes.join(', '),
    );
  },
};

/** @type {Scenario} */
export const removal = {
  name: 'removed',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    const before = await state(setting);
    await place.run('apply');
    const removed = await place.run('rollback', ['--delete', '--yes']);
    check(removed.code === 0, 'rollback --delete removes it', removed.output);
    check(isDeepStrictEqual(await state(setting), before), 'nothing of it is left');
    check(
      account.behaviour.changes.at(-1) ===
        (one.plan.target === 'new-role' ? 'DeleteRole' : account.behaviour.changes.at(-1)),
      'policies go first',
      account.behaviour.changes.join(', '),
    );
  },
};

/** @type {Scenario} */
export const commands = {
  name: 'commands.sh',
  needsQBusiness: true,
  play: async (setting, place) => {
    const { one, check } = setting;
    const outcome = await place.run('commands');
    check(outcome.code === 0, 'commands.sh runs to its end', outcome.output);
    const found = deviations(await state(setting), one).filter(
      (deviation) => !/^inline policies: .*QBusinessAnonymous-/.test(deviation),
    );
    check(found.length === 0, 'commands.sh makes what the files say', found.join('\n'));
  },
};
