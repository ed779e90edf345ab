// @ts-check
import { isDeepStrictEqual } from 'node:util';
import { anyPolicy, anyTrust, compact, drift, folders, state } from '../setting.mjs';
import { deviations, policyArnOf } from '../state.mjs';

/** @typedef {import('../setting.mjs').Scenario} Scenario */

/** @type {Scenario} */
export const foreign = {
  name: 'another role has the name',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    if (one.plan.target === 'existing-role') return;
    await account.iam('CreateRole', {
      RoleName: one.plan.roleName,
      AssumeRolePolicyDocument: anyTrust,
      Path: one.plan.role.path,
      Description: 'not yours',
    });
    await account.iam('PutRolePolicy', {
      RoleName: one.plan.roleName,
      PolicyName: 'Foreign',
      PolicyDocument: anyPolicy,
    });
    const before = await state(setting);
    const refused = await place.run('apply');
    check(refused.code === 1 && /--update/.test(refused.output), 'apply refuses', refused.output);
    const kept = await place.run('rollback', ['--delete', '--yes']);
    check(kept.code === 1 && /Refused/.test(kept.output), 'rollback --delete refuses', kept.output);
    check(isDeepStrictEqual(await state(setting), before), 'nothing was changed');
    check(
      account.behaviour.changes.length === 0,
      'nothing was tried',
      account.behaviour.changes.join(', '),
    );
    const verified = await place.run('verify');
    check(
      verified.code === 1 && /DIFFERENT {2}trust policy/.test(verified.output),
      'verify finds it different',
      verified.output,
    );
    check(/note .*Foreign/.test(verified.output), 'verify names the other policy', verified.output);
    const updated = await place.run('apply', ['--update']);
    check(updated.code === 0, 'apply --update goes through', updated.output);
    const after = await state(setting);
    check(
      after.role?.inline['Foreign'] === anyPolicy,
      'a policy that it did not make stays as it was',
    );
  },
};

/** @type {Scenario} */
export const driftAndBack = {
  name: 'drift, update, rollback',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    await place.run('apply');
    await drift(setting);
    const drifted = await state(setting);
    account.behaviour.changes = [];
    const shown = await place.run('apply');
    check(
      shown.code === 1 && /^ {4}- Statement\.Action "s3:\*"$/m.test(shown.output),
      'apply shows the drift',
      shown.output,
    );
    const dry = await place.run('apply', ['--update', '--dry-run']);
    check(dry.code === 0 && /dry run/.test(dry.output), '--dry-run shows the commands', dry.output);
    check(
      account.behaviour.changes.length === 0 && folders(place.home, /^\.?backup/).length === 0,
      'neither changes anything',
    );
    const updated = await place.run('apply', ['--update']);
    check(updated.code === 0, 'apply --update goes through', updated.output);
    check(
      deviations(await state(setting), one).length === 0,
      'the role is what the files say again',
      deviations(await state(setting), one).join('\n'),
    );
    check(folders(place.home, /^backup-\d{8}T\d{6}Z$/).length === 1, 'there is one backup');
    const restored = await place.run('rollback');
    check(restored.code === 0, 'rollback goes through', restored.output);
    const after = await state(setting);
    check(
      isDeepStrictEqual(compact(after), compact(drifted)),
      'everything is as it was',
      `${JSON.stringify(after)}\n${JSON.stringify(drifted)}`,
    );
    const again = await place.run('rollback');
    check(
      again.code === 1 && /no backup/.test(again.output),
      'a second rollback has nothing to restore',
      again.output,
    );
  },
};

/** @type {Scenario} */
export const sameMeaning = {
  name: 'another way to write the same',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    await place.run('apply');
    /** @type {(value: any) => any} */
    const shuffle = (value) => {
      if (Array.isArray(value)) return value.map(shuffle).toReversed();
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, part]) => [
            key,
            typeof part === 'string' && !['Version', 'Sid', 'Effect'].includes(key)
              ? [part]
              : shuffle(part),
          ])
          .toReversed(),
      );
    };
    const rewritten = (/** @type {RegExp} */ name) =>
      JSON.stringify(
        shuffle(JSON.parse([...one.files].find(([path]) => name.test(path))?.[1] ?? '')),
        null,
        3,
      );
    const policy = rewritten(/permspolicyfor(?:API|webexperience)anonymous\.json$/);
    if (one.plan.permissionsPolicy.attachment === 'inline') {
      await account.iam('PutRolePolicy', {
        RoleName: one.plan.roleName,
        PolicyName: one.plan.permissionsPolicy.name,
        PolicyDocument: policy,
      });
    } else {
      await account.iam('CreatePolicyVersion', {
        PolicyArn: policyArnOf(one.plan),
        PolicyDocument: policy,
        SetAsDefault: 'true',
      });
    }
    if (one.plan.target === 'new-role') {
      await account.iam('UpdateAssumeRolePolicy', {
        RoleName: one.plan.roleName,
        PolicyDocument: rewritten(/trustpolicyfor\w+\.json$/),
      });
    }
    const outcome = await place.run('apply');
    check(
      outcome.code === 0 && /Nothing to do/.test(outcome.output),
      'order and lists of one are no drift',
      outcome.output,
    );
  },
};
