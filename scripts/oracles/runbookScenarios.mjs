// @ts-check
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { APPLICATION } from './runbookCases.mjs';
import { hostileEnvironment } from './runbookEnvironment.mjs';
import { deviations, policyArnOf, stateOf } from './runbookState.mjs';
import { workplace } from './runbookWorkplace.mjs';

const OTHER_APPLICATION = 'ffffffff-5678-90ab-cdef-0123456789ab';

/** @typedef {import('./runbookAccount.mjs').Account} Account */
/** @typedef {import('./runbookCases.mjs').Case} Case */
/** @typedef {(holds: boolean, what: string, evidence?: string) => void} Check */

/**
 * @typedef {object} Setting
 * @property {Account} account empty
 * @property {Case} one
 * @property {import('./runbookTools.mjs').AwsCli} cli
 * @property {string} shell
 * @property {string} folder
 * @property {Check} check
 */

/**
 * One thing that may happen to the scripts.
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {true} [needsQBusiness] it cannot do with a CLI from before the service
 * @property {(setting: Setting, place: ReturnType<typeof workplace>) => Promise<void>} play
 */

const anyTrust = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});
const anyPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:*', 's3:GetObject'], Resource: '*' }],
});

/** @param {Setting} setting */
const state = ({ account, one }) => stateOf(account, one.plan.roleName, policyArnOf(one.plan));

/** A role that exists already is there before anything else. @param {Setting} setting */
async function prepare({ account, one }) {
  await account.reset();
  if (one.plan.target === 'existing-role') {
    await account.iam('CreateRole', {
      RoleName: one.plan.roleName,
      AssumeRolePolicyDocument: anyTrust,
    });
  }
}

/** Changes what scripts manage, as somebody in the console might. @param {Setting} setting */
async function drift({ account, one }) {
  const { roleName, permissionsPolicy } = one.plan;
  if (permissionsPolicy.attachment === 'inline') {
    await account.iam('PutRolePolicy', {
      RoleName: roleName,
      PolicyName: permissionsPolicy.name,
      PolicyDocument: anyPolicy,
    });
  } else {
    await account.iam('CreatePolicyVersion', {
      PolicyArn: policyArnOf(one.plan),
      PolicyDocument: anyPolicy,
      SetAsDefault: 'true',
    });
  }
  if (one.plan.target === 'existing-role') return;
  await account.iam('UpdateAssumeRolePolicy', { RoleName: roleName, PolicyDocument: anyTrust });
  await account.iam('UpdateRole', {
    RoleName: roleName,
    Description: `d'r$(i)\`f\`t "\u00E9" \u00FF`,
    MaxSessionDuration: '7777',
  });
  await account.iam('TagRole', {
    RoleName: roleName,
    'Tags.member.1.Key': 'dr\u00EFft ed',
    'Tags.member.1.Value': 'a=b @x',
    'Tags.member.2.Key': 'team',
    'Tags.member.2.Value': 'other',
  });
  await account.iam('PutRolePermissionsBoundary', {
    RoleName: roleName,
    PermissionsBoundary: `arn:aws:iam::${one.plan.accountId}:policy/Other`,
  });
}

/** Backups of a folder. @param {string} home @param {RegExp} name */
const folders = (home, name) =>
  readdirSync(join(home, 'policies')).filter((entry) => name.test(entry));

/** @type {Scenario} */
const life = {
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
const removal = {
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
const commands = {
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

/** @type {Scenario} */
const foreign = {
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
const driftAndBack = {
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

/** Documents without white space between their tokens: the CLI hands them out parsed. @param {any} whole */
const compact = (whole) => {
  const pack = (/** @type {string | undefined} */ text) => text && JSON.stringify(JSON.parse(text));
  return {
    policy: pack(whole.policy),
    role: whole.role && {
      ...whole.role,
      trustPolicy: pack(whole.role.trustPolicy),
      inline: Object.fromEntries(
        Object.entries(whole.role.inline).map(([name, text]) => [name, pack(text)]),
      ),
    },
  };
};

/** @type {Scenario} */
const sameMeaning = {
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

/** Every run is killed before its second change, until one comes to its end. @type {Scenario} */
const killed = {
  name: 'killed between any two commands',
  play: async (setting, place) => {
    const { account, one, check } = setting;
    const untilDone = async (/** @type {string} */ script, /** @type {string[]} */ args) => {
      let kills = 0;
      for (;;) {
        let silenced = false;
        account.behaviour.changes = [];
        account.behaviour.silentBefore = 2;
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
      kills >= (one.plan.target === 'new-role' ? 5 : 1),
      `there was something to kill (${kills})`,
    );
  },
};

/** @type {Scenario} */
const refusals = {
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

/** @type {Scenario} */
const trouble = {
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

/** @type {Scenario} */
const managedPolicies = {
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

/** The scripts do in a hostile environment what they do in the environment of a test. @type {Scenario} */
const hostile = {
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

/** Whether the role has the policy, of whatever content. @param {any} whole @param {Setting} setting */
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

/** Every step of rollback fails once; it is run again until it comes to its end. @type {Scenario} */
const failing = {
  name: 'each step of rollback fails',
  play: async (setting, place) => {
    const { account, check } = setting;
    const untilDone = async (/** @type {readonly string[]} */ args) => {
      const title = ['rollback', ...args].join(' ');
      // What gives the policy back may not fail as well.
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
    await place.run('apply', ['--update']);
    await untilDone(['--delete', '--yes']);
    const after = await state(setting);
    check(after.role === undefined && after.policy === undefined, 'nothing is left');
  },
};

/** @type {readonly Scenario[]} */
export const everyCase = [life, commands];

/** What is tried on a new role with an inline policy, one with a managed policy, and a role that exists. */
export const deep = {
  inline: [failing, hostile, foreign, driftAndBack, killed, refusals, trouble],
  managed: [failing, hostile, driftAndBack, killed, managedPolicies, sameMeaning],
  existing: [hostile, driftAndBack, removal],
};

/** @param {Scenario} scenario @param {Setting} setting */
export async function play(scenario, setting) {
  await prepare(setting);
  setting.account.behaviour.changes = [];
  const place = workplace(setting);
  try {
    await scenario.play(setting, place);
  } finally {
    place.remove();
  }
}
