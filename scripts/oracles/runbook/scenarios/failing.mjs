// @ts-check
import { isDeepStrictEqual } from 'node:util';
import { isDeep } from '../../../deep.mjs';
import { compact, drift, state } from '../setting.mjs';
import { policyArnOf } from '../state.mjs';

/** @typedef {import('../setting.mjs').Scenario} Scenario */
/** @typedef {import('../setting.mjs').Setting} Setting */

/** Whether the role has the policy, whatever its content. @param {any} whole @param {Setting} setting */
function hasPolicy({ role }, { one }) {
  const { name, attachment } = one.plan.permissionsPolicy;
  return attachment === 'inline'
    ? role?.inline[name] !== undefined
    : role?.attached.includes(policyArnOf(one.plan));
}

/** @param {any} whole */
const policiesOf = (whole) => {
  const { policy, role } = compact(whole);
  return [policy, role?.inline, role?.attached];
};

/** Every step of rollback fails once; rollback is repeated until it succeeds. @type {Scenario} */
export const failing = {
  name: 'each step of rollback fails',
  play: async (setting, place) => {
    const { account, check } = setting;
    const untilDone = async (/** @type {readonly string[]} */ args) => {
      const title = ['rollback', ...args].join(' ');
      // With --delete, a failed deletion restores the policy; the calls that restore it must not fail as well.
      const failed = new Set(args.length === 0 ? [] : ['PutRolePolicy', 'AttachRolePolicy']);
      const known = failed.size;
      account.behaviour.failEachOnce = failed;
      for (;;) {
        const before = failed.size;
        const outcome = await place.run('rollback', args);
        if (failed.size === before) {
          check(outcome.code === 0, `${title} comes to its end`, outcome.output);
          break;
        }
        const action = [...failed].at(-1) ?? '';
        check(
          outcome.code === 1 && /Stopped at the step/.test(outcome.output),
          `${title} stops at ${action}`,
          outcome.output,
        );
        const whole = await state(setting);
        check(
          whole.role === undefined || hasPolicy(whole, setting),
          `${title} leaves no role without its policy when ${action} fails`,
          outcome.output,
        );
        if (/Tag/.test(action)) {
          check(
            isDeepStrictEqual(policiesOf(whole), policiesOf(drifted)),
            `${title} has restored the policy when ${action} fails`,
            outcome.output,
          );
        }
      }
      account.behaviour.failEachOnce = undefined;
      check(failed.size > known + 1, `${title} has steps`, [...failed].join(', '));
    };
    await place.run('apply');
    await drift(setting);
    const drifted = await state(setting);
    await place.run('apply', ['--update']);
    await untilDone([]);
    check(
      isDeepStrictEqual(compact(await state(setting)), compact(drifted)),
      'everything is as it was',
    );
    // Deletions that end halfway are also tried by the interruptions.
    if (!isDeep) return;
    await place.run('apply', ['--update']);
    await untilDone(['--delete', '--yes']);
    const after = await state(setting);
    check(after.role === undefined && after.policy === undefined, 'nothing is left');
  },
};
