// @ts-check
import { isDeep } from '../../../deep.mjs';
import { drift, state } from '../setting.mjs';
import { deviations } from '../state.mjs';

/** @typedef {import('../setting.mjs').Scenario} Scenario */

/** The deep run kills before each change; the quick one before each second change. */
const fatal = isDeep ? 2 : 3;

/** Every run is killed before its fatal change, and repeated until one ends by itself. @type {Scenario} */
export const killed = {
  name: 'killed between two commands, again and again',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    const untilDone = async (/** @type {string} */ script, /** @type {string[]} */ args) => {
      let kills = 0;
      for (;;) {
        let silenced = false;
        account.behaviour.changes = [];
        account.behaviour.silentBefore = fatal;
        account.behaviour.onSilence = () => {
          silenced = true;
          place.kill();
        };
        const outcome = await place.run(script, args);
        account.behaviour.silentBefore = Number.POSITIVE_INFINITY;
        if (!silenced) return { ...outcome, kills };
        kills += 1;
        if (kills > 12) throw new Error(`${script} never ends:\n${outcome.output}`);
      }
    };
    const made = await untilDone('apply', []);
    check(made.code === 0, `apply ends after ${made.kills} kills`, made.output);
    check(
      deviations(await state(setting), one).length === 0,
      'the role is complete',
      deviations(await state(setting), one).join('\n'),
    );
    await drift(setting);
    const updated = await untilDone('apply', ['--update']);
    check(updated.code === 0, `apply --update ends after ${updated.kills} kills`, updated.output);
    check(
      deviations(await state(setting), one).length === 0,
      'the drift is gone',
      deviations(await state(setting), one).join('\n'),
    );
    const removed = await untilDone('rollback', ['--delete', '--yes']);
    check(
      removed.code === 0,
      `rollback --delete ends after ${removed.kills} kills`,
      removed.output,
    );
    const left = await state(setting);
    check(
      left.policy === undefined && (one.plan.target === 'existing-role' || left.role === undefined),
      'nothing is left',
    );
    const kills = made.kills + updated.kills + removed.kills;
    check(
      kills >= (one.plan.target === 'new-role' ? 7 - fatal : 1),
      `there was something to kill (${kills})`,
    );
  },
};

/** @type {Scenario} */
export const trouble = {
  name: 'propagation, and errors that are none',
  needsQBusiness: true,
  play: async (setting, place) => {
    const { account, one, check } = setting;
    const isInline = one.plan.permissionsPolicy.attachment === 'inline';
    const action = isInline ? 'PutRolePolicy' : 'AttachRolePolicy';
    account.behaviour.failures = [{ action, code: 'AccessDenied', times: 1 }];
    const denied = await place.run('apply');
    check(
      denied.code === 1 && /Stopped at the step "(?:Add|Attach)/.test(denied.output),
      'a refusal of IAM stops at a named step',
      denied.output,
    );
    account.behaviour.failures = [{ action, code: 'NoSuchEntity', times: 1 }];
    const repaired = await place.run('apply');
    check(repaired.code === 0, 'a second run repairs it and outlasts propagation', repaired.output);
    check(
      deviations(await state(setting), one).length === 0,
      'the role is complete',
      deviations(await state(setting), one).join('\n'),
    );
    account.behaviour.hasServices = false;
    const blind = await place.run('verify');
    check(
      blind.code === 0 && /, [34] skipped\.$/m.test(blind.output),
      'verify says what it skipped',
      blind.output,
    );
    account.behaviour.hasServices = true;
    account.behaviour.application = 'AWS_IAM_IDC ACTIVE';
    account.behaviour.findings = ['SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE'];
    const different = await place.run('verify');
    check(
      different.code === 1 &&
        /DIFFERENT {2}application .* it is AWS_IAM_IDC and ACTIVE/.test(different.output) &&
        /DIFFERENT {2}Access Analyzer .* PASS_ROLE_WITH_STAR_IN_RESOURCE/.test(different.output),
      'another application type and findings are differences',
      different.output,
    );
    const unconfirmed = await place.run('rollback', ['--delete'], { input: 'no\n' });
    check(
      unconfirmed.code === 1 && /Nothing was changed/.test(unconfirmed.output),
      'rollback --delete asks',
      unconfirmed.output,
    );
    const confirmed = await place.run('rollback', ['--delete'], { input: 'yes\n' });
    check(confirmed.code === 0, 'and goes on after yes', confirmed.output);
  },
};
