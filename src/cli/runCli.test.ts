import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { archive } from '../exporters/archive';
import { policiesFolder } from '../exporters/folder';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from '../qbusiness/examples';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { runs } from '../../scripts/deep.mjs';
import { requiredOptions, run } from './run.testing';

const home = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const folderOf = (values: RoleFormValues) => {
  const draft = draftRole(values);
  if (draft.status !== 'ready') throw new Error(JSON.stringify(draft.issues));
  return policiesFolder(draft.template);
};

const required = requiredOptions();

describe('generate', () => {
  test('writes the bytes of the page for any request', () => {
    const drawn = runs(80, 500);
    const request = fc.record({
      example: fc.constantFrom(...exampleOfEveryKind),
      more: fc.record({
        attachment: fc.constantFrom('inline', 'managed'),
        roleName: fc.string({ unit: fc.constantFrom(...'aZ0+=,.@-_'.split('')), maxLength: 64 }),
        description: fc
          .string({
            unit: fc.constantFrom(...'ab\'"$`\\%& \u00e9\u00ff'.split('')),
            maxLength: 40,
          })
          .filter((text) => text === '' || text.trim() !== ''),
        apiActions: fc.constantFrom('all', 'chat-sync'),
        maxSessionDuration: fc.integer({ min: 3600, max: 43_200 }).map(String),
        tags: fc.uniqueArray(
          fc.record({
            key: fc.string({ unit: fc.constantFrom(...'kK\u00e90:'.split('')), minLength: 1 }),
            value: fc.string({ unit: fc.constantFrom(...'v =@/+-'.split('')) }),
          }),
          { maxLength: 3, selector: ({ key }) => key.toLowerCase() },
        ),
      }),
    });
    const requests = fc.sample(request, drawn).flatMap(({ example, more }) => {
      const { attachment, apiActions, ...role } = more;
      // A value that does not apply is refused.
      const values: RoleFormValues = {
        ...example,
        attachment,
        ...(example.accessMode === 'api-only' && { apiActions }),
        ...(example.caller !== 'existing-role' && role),
      };
      return draftRole(values).status === 'ready' ? [values] : [];
    });
    expect(requests.length).toBeGreaterThan(drawn / 2);
    for (const values of requests) {
      const { code, out } = run(
        ['generate', '--request', '-', '--stdout', '--json'],
        JSON.stringify(values),
      );
      expect(code).toBe(0);
      const { files } = JSON.parse(out) as { files: { path: string; contents: string }[] };
      expect(files.map(({ path, contents }) => [path, contents])).toEqual(
        folderOf(values).map(({ path, contents }) => [path, contents]),
      );
    }
  });

  test('writes a folder whose scripts can be run', () => {
    const out = join(home, 'folder');
    expect(run(['generate', ...required, '--out', out]).code).toBe(0);
    for (const { path, contents, executable } of folderOf(exampleFormValues)) {
      expect(readFileSync(join(out, path), 'utf8')).toBe(contents);
      expect((statSync(join(out, path)).mode & 0o100) !== 0).toBe(executable === true);
    }
    expect(readdirSync(out)).toEqual(['policies']);
  });

  test('writes the archive of the page', () => {
    const zip = join(home, 'policies.zip');
    expect(run(['generate', ...required, '--zip', zip]).code).toBe(0);
    expect(new Uint8Array(readFileSync(zip))).toEqual(archive(folderOf(exampleFormValues)));
  });

  test('prints one file alone', () => {
    const { out } = run(['generate', ...required, '--stdout', '--only', 'policies/apply.sh']);
    expect(out).toBe(
      folderOf(exampleFormValues).find(({ path }) => path === 'policies/apply.sh')?.contents,
    );
  });

  test('lets options win over the request file', () => {
    const file = join(home, 'request.json');
    writeFileSync(file, JSON.stringify({ ...exampleOfCaller('ecs-task'), roleName: 'FromFile' }));
    const { out } = run([
      'generate',
      '--request',
      file,
      '--caller',
      'lambda',
      '--caller-value',
      'functionName=my-chat',
      '--tag',
      'team=a=b',
      '--stdout',
      '--json',
    ]);
    const { files } = JSON.parse(out) as { files: { path: string; contents: string }[] };
    const values = exampleOfCaller('lambda');
    expect(files.map(({ contents }) => contents)).toEqual(
      folderOf({
        ...values,
        roleName: 'FromFile',
        callers: { ...values.callers, lambda: { functionName: 'my-chat' } },
        tags: [{ key: 'team', value: 'a=b' }],
      }).map(({ contents }) => contents),
    );
  });

  test.each([
    [['--account-id', '11112222333'], 'Account ID (accountId, --account-id): 11 of 12 digits'],
    [['--tag', 'aws:x=1'], 'Key (tags.0.key, --tag): The prefix aws: is reserved for AWS'],
    [['--caller', 'nobody'], 'caller, --caller: One of: lambda, '],
    [
      ['--access-mode', 'api-only', '--caller', 'other-account'],
      'Role ARN in the other account (callers.other-account.principalArn, --caller-value): ',
    ],
  ])('names the field and the rule: %j', (args, message) => {
    const others = required.filter(
      (_, index) => !args.includes(required[index - (index % 2)] ?? ''),
    );
    const { code, out, err } = run(['generate', ...others, ...args]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  test('reports refusals in JSON', () => {
    const { code, out } = run(['generate', '--request', '-', '--json'], '{"region": 5, "foo": 1}');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      status: 'refused',
      issues: [
        { path: 'region', message: 'A text is expected' },
        { path: 'foo', message: 'There is no such value' },
        { path: 'accountId', label: 'Account ID', message: 'Account ID is missing' },
        { path: 'applicationId' },
      ],
    });
  });

  test.each([
    [['generate', '--nonsense'], /--nonsense/],
    [['generate', '--stdout', '--out', 'x'], /Choose one of/],
    [['generate', '--only', 'x'], /--only needs --stdout/],
    [['generate', '--tag', 'x'], /--tag needs NAME=VALUE/],
    [['generate', '--caller-value', 'x=y'], /--caller-value needs --caller/],
    [['generate', '--request', 'no such file'], /no such file cannot be read/],
    [['generate', ...required, '--stdout', '--only', 'x'], /There is no x; there are /],
    [['nonsense'], /There is no command “nonsense”/],
    [[], /^IAM documents[\s\S]*\nUsage: /],
  ])('%j is wrong usage', (args, message) => {
    const { code, err } = run(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('warns of what is worth a second look and goes on', () => {
    const { code, err } = run(['generate', ...required, '--out', join(home, 'warned')]);
    expect(code).toBe(0);
    expect(err).toContain('Look twice at Account ID (accountId, --account-id): This is a sample');
  });
});

test('help and version answer on standard output', () => {
  expect(run(['--help'])).toMatchObject({ code: 0, err: '' });
  expect(run(['--help']).out).toContain('generate');
  expect(run(['generate', '--help']).out).toContain('Examples:');
  expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('every form value has an option', () => {
  const { out } = run(['generate', '--help']);
  for (const name of Object.keys(exampleFormValues).filter((value) => value !== 'callers')) {
    const option = name
      .replace(/^otherApplications$/, 'otherApplication')
      .replace(/^(origin|tag|vpc|vpcEndpoint|ipRange)s$/, '$1')
      .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(out).toContain(`--${option} `.trim());
  }
});
