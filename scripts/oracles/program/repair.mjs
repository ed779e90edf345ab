// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../execute.mjs';
import { startLocalAws } from '../localAws.mjs';
import { findAwsClis, motoVersion } from '../tools.mjs';

const account = '445566778899';
const application = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const arn = `arn:aws:qbusiness:us-west-2:${account}:application/${application}`;

/** Any application of any account can assume it. */
const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'application.qbusiness.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
};
const allow = (/** @type {object} */ rest) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...rest }],
});

/** Permissions with faults that can be repaired, in an inline and a managed policy. */
const permissions = {
  inline: allow({
    Action: ['qbusiness:chatsync', 'qbusiness:Chat', 'qbusiness:Chat'],
    Resource: arn,
  }),
  managed: allow({ Sid: '', Action: 'qbusiness:PutFeedback', Resource: arn }),
};

/**
 * Repairs roles on a local IAM: runs what the program writes for `audit --repair`, and audits the role
 * again.
 *
 * @param {import('../harness.mjs').Harness & { readonly program: string }} setting
 */
export async function checkRepair({ folder, check, skip, program }) {
  const [cli] = await findAwsClis();
  const moto = await motoVersion();
  if (cli === undefined || moto === undefined) {
    skip('repairing a role on a local IAM', cli ? 'python3 has no moto' : 'there is no AWS CLI');
    return;
  }
  const local = await startLocalAws(account);
  const place = join(folder, 'repair it');
  mkdirSync(join(place, 'bin'), { recursive: true });
  writeFileSync(join(place, 'bin', 'aws'), `#!/bin/sh\nexec '${cli.path}' "$@"\n`, { mode: 0o755 });
  // With variables that a user's shell may set, and that must make no difference.
  const env = {
    ...local.env,
    PATH: `${join(place, 'bin')}:${process.env['PATH']}`,
    CDPATH: folder,
    AWS_DEFAULT_OUTPUT: 'table',
  };
  const run = (/** @type {string} */ command, /** @type {readonly string[]} */ args) =>
    execute(command, args, { cwd: place, env });
  const aws = async (/** @type {readonly string[]} */ args) => {
    const { code, stdout, stderr } = await run('aws', ['--output', 'json', ...args]);
    if (code !== 0) throw new Error(`aws ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  try {
    await aws([
      'iam',
      'create-role',
      '--role-name',
      'Found',
      '--assume-role-policy-document',
      JSON.stringify(trust),
    ]);
    await aws([
      'iam',
      'put-role-policy',
      '--role-name',
      'Found',
      '--policy-name',
      'chat',
      '--policy-document',
      JSON.stringify(permissions.inline),
    ]);
    const made = JSON.parse(
      await aws([
        'iam',
        'create-policy',
        '--policy-name',
        'List',
        '--policy-document',
        JSON.stringify(permissions.managed),
      ]),
    );
    await aws([
      'iam',
      'attach-role-policy',
      '--role-name',
      'Found',
      '--policy-arn',
      made.Policy.Arn,
    ]);
    const details = () => aws(['iam', 'get-account-authorization-details']);

    const found = await details();
    writeFileSync(join(place, 'found.json'), found);
    const asked = [
      '--region',
      'us-west-2',
      '--account-id',
      account,
      '--application-id',
      application,
    ];
    const before = await run(process.execPath, [
      program,
      'audit',
      '--json',
      'found.json',
      ...asked,
    ]);
    const faults = (/** @type {string} */ json) =>
      (json.match(/"severity": ?"(?:error|securityWarning)"/g) ?? []).length;
    check(faults(before.stdout) > 0, 'the found role has faults', before.stdout);
    const repaired = await run(process.execPath, [
      program,
      'audit',
      'found.json',
      '--repair',
      'mended',
      ...asked,
    ]);
    const script = join(place, 'mended/policies/update.sh');
    check(
      (repaired.stdout + repaired.stderr).includes('sh mended/policies/update.sh'),
      'the program says how to go on',
      repaired.stdout + repaired.stderr,
    );
    const updated = await execute('sh', [script], { cwd: folder, env });
    check(
      updated.code === 0,
      'its script runs from another folder',
      updated.stdout + updated.stderr,
    );

    const after = await details();
    writeFileSync(join(place, 'after.json'), after);
    const clean = await run(process.execPath, [program, 'audit', '--json', 'after.json', ...asked]);
    check(
      faults(clean.stdout) === 0 && clean.code === 0,
      'the role on the local IAM has no fault any more',
      clean.stdout,
    );
    const access = await run(process.execPath, [
      program,
      'compare',
      '--json',
      'found.json',
      'after.json',
    ]);
    check(
      /"verdict": ?"less"/.test(access.stdout) &&
        !/"verdict": ?"(?:more|both)"/.test(access.stdout),
      'it grants less than before, and nothing more',
      access.stdout,
    );
    const backup = JSON.parse(
      readFileSync(join(place, 'mended/policies/backup/trust-Found.json'), 'utf8'),
    );
    check(
      JSON.stringify(backup) === JSON.stringify(trust),
      'the trust policy that was there is saved',
    );
    const again = await execute('sh', [script], { cwd: folder, env });
    check(
      again.code === 1 && /backup is there already/.test(again.stderr),
      'a second run does not replace the backup',
      again.stderr,
    );
  } finally {
    local.stop();
  }
}
