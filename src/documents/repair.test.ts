import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditTexts } from './auditTexts';
import { caseText } from './cases.testing';
import { repairRole, type RepairInput } from './repair';

const APP =
  'arn:aws:qbusiness:us-east-1:222233334444:application/7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const expected: RepairInput['expected'] = {
  saidBy: 'the form',
  region: 'us-east-1',
  accountId: '222233334444',
  applicationIds: ['7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17'],
};
const repair = (texts: readonly string[], more: Partial<RepairInput> = {}) =>
  repairRole({ texts: texts.map((text) => ({ text })), roleName: 'QBWeb', expected, ...more });

const wanted = {
  StringEquals: { 'aws:SourceAccount': '222233334444' },
  ArnEquals: { 'aws:SourceArn': APP },
};

describe('a trust policy', () => {
  test.each([
    ['open to everybody', caseText('heredoc-readme/README.md')],
    ['as boto3 prints it', caseText('boto3-repr/out.txt')],
    ['of every application', caseText('wild-trust/trust.json')],
    ['that refuses one account', caseText('scoping/not-equals.json')],
    ['that asks for nothing', caseText('scoping/if-exists.json')],
    ['that nobody fulfils', caseText('scoping/stringequals-wild.json')],
    ['for a web experience', caseText('scoping/webexp-arn.json')],
    ['of another account', caseText('scoping/mismatch.json')],
  ])('%s lets in the application alone afterwards', (_, text) => {
    const { documents } = repair([text]);
    const [trust] = documents;
    const { Statement } = JSON.parse(trust?.after ?? '{}') as {
      Statement: { Condition: object }[];
    };
    expect(Statement[0]?.Condition).toEqual(wanted);
    expect(
      auditTexts({ texts: [{ text: trust?.after ?? '' }], expected }).texts[0]?.findings,
    ).toEqual([]);
    expect(trust?.changes).not.toEqual([]);
    expect(trust?.left).toEqual([]);
  });

  test.each([
    ['a service', { Service: ['application.qbusiness.amazonaws.com', 'lambda.amazonaws.com'] }],
    ['a role', { Service: 'application.qbusiness.amazonaws.com', AWS: '222233334444' }],
  ])('of one statement for the application and %s is left to the person', (_, Principal) => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
    });
    const [trust] = repair([text]).documents;
    expect(JSON.parse(trust?.after ?? '')).toEqual(JSON.parse(text));
    expect(trust?.left.map(({ message }) => message).join()).toContain('Without aws:SourceArn');
  });

  test('with a misspelt key is spelt as IAM does', () => {
    const [trust] = repair([caseText('list/typo.json')]).documents;
    expect(trust?.changes).toContain('Write aws:SourceAccount');
    expect(trust?.left).toEqual([]);
  });

  test('that is right stays as it is, without a command', () => {
    const { documents, steps, script } = repair([caseText('heredoc-readme/clean.md')]);
    expect(documents).toMatchObject([{ isChanged: false, changes: [], left: [] }]);
    expect(steps).toEqual([]);
    expect(script).toBe('');
  });

  test('of a data source keeps its principal', () => {
    const [trust] = repair([caseText('datasource/trust.json')]).documents;
    expect(trust?.after).toContain('"qbusiness.amazonaws.com"');
  });

  test('that a template makes is left to the template', () => {
    const { documents, steps } = repair([caseText('cfn-yaml/template.yaml')]);
    expect(documents.map(({ refusal }) => refusal)).toEqual([
      'A tool fills in values of this document. Mend it where it is made.',
      'A tool fills in values of this document. Mend it where it is made.',
    ]);
    expect(steps).toEqual([]);
  });
});

test('what would grant more is left to a person', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::222233334444:role/QBWeb',
      Condition: {
        StringEquals: { 'iam:PassedToService': 'application.qbusiness.amazonaws.com' },
      },
    },
  });
  const { documents, steps } = repair([text]);
  expect(documents[0]).toMatchObject({
    isChanged: false,
    changes: [],
    left: [{ severity: 'warning' }],
  });
  expect(documents[0]?.left[0]?.message).toContain('Name both.');
  expect(steps).toEqual([]);
});

test('a document that is right but no JSON is changed into JSON', () => {
  const { Statement } = JSON.parse(
    repair([caseText('wild-trust/trust.json')]).documents[0]?.after ?? '',
  ) as {
    Statement: object;
  };
  const text = `{"Version":"2012-10-17","Statement":${JSON.stringify(Statement)},}`;
  expect(repair([text]).documents).toMatchObject([{ isChanged: true, changes: [], left: [] }]);
});

describe('the commands', () => {
  const text = caseText('config-item/item.json');
  const { steps, commands, script, documents } = repair([text]);

  test('save what there is before each change', () => {
    expect(steps.map(({ command, saveTo }) => [command.subcommand.join(' '), saveTo])).toEqual([
      ['iam get-role', 'policies/backup/trust-QBWeb.json'],
      ['iam update-assume-role-policy', undefined],
      ['iam get-role-policy', 'policies/backup/permissions-chat.json'],
      ['iam put-role-policy', undefined],
    ]);
  });

  /** The unpacked download, and a stub of the AWS CLI that succeeds at every call. */
  function unpacked() {
    const folder = mkdtempSync(join(tmpdir(), 'repair-'));
    mkdirSync(join(folder, 'policies'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'aws'), '#!/bin/sh\nprintf "%s\\n" "$*" >&2\necho "{}"\n', {
      mode: 0o755,
    });
    for (const { path, after } of documents) writeFileSync(join(folder, path), after);
    writeFileSync(join(folder, 'policies', 'update.sh'), script);
    return { folder, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
  }

  test('are a script that a shell runs once, from any folder and with any settings', () => {
    const { folder, PATH } = unpacked();
    const env = {
      PATH,
      CDPATH: tmpdir(),
      IFS: 'i',
      POSIXLY_CORRECT: 'y',
    };
    const run = () =>
      execFileSync('sh', [join(folder, 'policies', 'update.sh')], {
        cwd: tmpdir(),
        env,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run()).toBe('{}\n{}\n');
    expect(run).toThrow(/policies\/backup is there already/);
  });

  test('can be typed in: nothing follows a failure, and the shell stays', () => {
    const { folder, PATH } = unpacked();
    const typeIn = () =>
      execFileSync('sh', ['-c', `${commands}\necho $?`], {
        cwd: folder,
        env: { PATH },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(typeIn()).toBe('{}\n{}\n0\n');
    expect(typeIn()).toBe('1\n');
  });

  test('make a new version of a managed policy', () => {
    const answer = {
      RoleDetailList: [
        {
          RoleName: 'QBWeb',
          Arn: 'arn:aws:iam::222233334444:role/QBWeb',
          AttachedManagedPolicies: [
            { PolicyName: 'Chat', PolicyArn: 'arn:aws:iam::222233334444:policy/Chat' },
          ],
        },
      ],
      Policies: [
        {
          PolicyName: 'Chat',
          Arn: 'arn:aws:iam::222233334444:policy/Chat',
          PolicyVersionList: [
            {
              VersionId: 'v1',
              IsDefaultVersion: true,
              Document: {
                Version: '2012-10-17',
                Statement: [
                  { Sid: '', Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: APP },
                ],
              },
            },
          ],
        },
      ],
    };
    const found = repair([JSON.stringify(answer)]);
    expect(found.steps.map(({ command }) => command.subcommand.join(' '))).toEqual([
      'iam list-policy-versions',
      'iam create-policy-version',
    ]);
    expect(found.script).toContain('--set-as-default');
  });

  const named = (PolicyName: string) =>
    JSON.stringify({
      RoleName: 'R',
      PolicyName,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Sid: '', Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: APP }],
      },
    });

  test('quote whatever somebody calls a role', () => {
    const quoted = repair([named('Chat')], { roleName: "x'; rm -rf /;'" });
    expect(quoted.script).toContain(String.raw`'x'\''; rm -rf /;'\'''`);
  });

  test.each([
    ['$(reboot)', 'No policy in IAM can have the name “$(reboot)”.'],
    ['a\u001B[2Jb', 'No policy in IAM can have the name “a⟨U+001B⟩[2Jb”.'],
    ['${AWS::StackName}-chat', 'A tool fills in values of this document.'],
  ])('are none for a policy that a text calls %j', (name, refusal) => {
    const { documents, commands } = repair([named(name)]);
    expect(documents[0]?.refusal).toContain(refusal);
    expect(commands).toBe('');
  });
});

test('one of two roles is mended', () => {
  const role = (name: string) => ({
    RoleName: name,
    AssumeRolePolicyDocument: JSON.parse(caseText('scoping/not-equals.json')) as unknown,
  });
  const text = JSON.stringify([role('A'), role('B')]);
  expect(repair([text]).documents).toEqual([]);
  const { documents } = repair([text], { role: { name: 'B' }, roleName: 'B' });
  expect(documents.map(({ label }) => label)).toEqual(['Trust policy of B']);
});
