// @ts-check
import { anyPolicy, drift, state } from '../setting.mjs';
import { deviations, policyArnOf } from '../state.mjs';

/** @typedef {import('../setting.mjs').Scenario} Scenario */

/** @type {Scenario} */
export const managedPolicies = {
  name: 'managed policies',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    if (one.plan.permissionsPolicy.attachment !== 'managed') return;
    const arn = policyArnOf(one.plan);
    await account.iam('CreatePolicy', {
      PolicyName: one.plan.permissionsPolicy.name,
      PolicyDocument: anyPolicy,
    });
    const foreignPolicy = await place.run('apply', ['--update']);
    check(
      foreignPolicy.code === 1 && /Refused: a managed policy named/.test(foreignPolicy.output),
      'a foreign policy of that name is refused',
      foreignPolicy.output,
    );
    check(
      account.behaviour.changes.length === 0,
      'before anything is made',
      account.behaviour.changes.join(', '),
    );
    await account.iam('DeletePolicy', { PolicyArn: arn });
    await place.run('apply');
    for (let version = 2; version <= 5; version += 1) {
      await account.iam('CreatePolicyVersion', {
        PolicyArn: arn,
        PolicyDocument: anyPolicy,
        SetAsDefault: 'true',
      });
    }
    const full = await place.run('apply', ['--update']);
    check(
      full.code === 0 && /oldest of five versions, v1,/.test(full.output),
      'a sixth version takes the place of the oldest',
      full.output,
    );
    check(deviations(await state(setting), one).length === 0, 'the role is what the files say');
    await account.iam('CreateUser', { UserName: 'other' });
    await account.iam('AttachUserPolicy', { UserName: 'other', PolicyArn: arn });
    await account.iam('DeletePolicyVersion', { PolicyArn: arn, VersionId: 'v2' });
    await drift(setting);
    const shared = await place.run('apply', ['--update']);
    check(
      shared.code === 1 && /also used by other/.test(shared.output),
      'a policy that others use is left alone',
      shared.output,
    );
  },
};
