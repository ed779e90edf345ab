import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { publishedPolicies } from '../../qbusiness/publishedPolicies';
import { run as runProgram } from '../run.testing';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: readonly string[]) {
  const { code, out, err } = runProgram(args, clean);
  return { code, output: out, errors: err };
}

const APP =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const policy = (action: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: APP }],
  });
const clean = policy('qbusiness:Chat');
const published = file('published.json', publishedPolicies[0]?.text ?? '');

describe('audit', () => {
  test('prints each finding with its place and leaves 1', () => {
    const { code, output, errors } = run('audit', published);
    expect(code).toBe(1);
    expect(output.split('\n')[0]).toBe(
      `${published}:2:29: error: There is one comma too many. [JSON_SYNTAX_ERROR]`,
    );
    expect(errors).toBe('3 findings\n');
  });

  test('leaves 0 for what is clean, from standard input too', () => {
    expect(run('audit', '-')).toEqual({ code: 0, output: '', errors: '0 findings\n' });
    expect(run('audit', '-', '--region', 'eu-west-1')).toMatchObject({ code: 1 });
  });

  test('reads UTF-16, with a byte order mark and without', () => {
    for (const mark of ['\uFEFF', '']) {
      const path = join(folder, `utf16${mark.length}.json`);
      writeFileSync(path, Buffer.from(`${mark}${clean}`, 'utf16le'));
      expect(run('audit', path).code).toBe(0);
    }
  });

  test('repairs a role for an application, and nothing without one', () => {
    const path = file(
      'role.json',
      JSON.stringify({
        RoleName: 'Web',
        PolicyName: 'Chat',
        PolicyDocument: JSON.parse(policy('qbusiness:*')) as object,
      }),
    );
    const to = join(folder, 'mended');
    expect(run('audit', path, '--repair', to)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--application-id') as string,
    });
    const application = [
      '--region',
      'us-west-2',
      '--account-id',
      '445566778899',
      '--application-id',
      APP.split('/')[1] ?? '',
    ];
    expect(run('audit', path, '--repair', to, ...application)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Name the actions of a chat') as string,
    });
    const mended = join(to, 'policies', 'permissions-Chat.json');
    expect(run('audit', mended).code).toBe(0);
    expect(readFileSync(join(to, 'policies', 'update.sh'), 'utf8')).toContain(
      'aws iam put-role-policy',
    );
  });

  test('writes JSON and SARIF', () => {
    const json = JSON.parse(run('audit', '--json', published).output) as {
      files: { findings: { rule: string }[] }[];
    };
    expect(json.files[0]?.findings.map(({ rule }) => rule)).toHaveLength(3);
    const sarif = JSON.parse(run('audit', '--sarif', '-', published).output) as {
      version: string;
      runs: { results: { locations: object[] }[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results).toHaveLength(3);
    expect(sarif.runs[0]?.results.every(({ locations }) => locations.length === 1)).toBe(true);
  });

  test('shows what is grave enough', () => {
    const path = file('unknown.json', policy('qbusiness:ChatAsync'));
    expect(run('audit', path).code).toBe(1);
    expect(run('audit', '--level', 'warning', path).code).toBe(0);
  });

  test.each([
    [[]],
    [['--level', 'grave', '-']],
    [['--json', '--sarif', '-']],
    [['does-not-exist.json']],
  ])('refuses %j', (args) => {
    expect(run('audit', ...args).code).toBe(2);
  });
});

describe('compare', () => {
  const before = file('before.json', clean);

  test.each([
    [0, policy(['QBusiness:chat']), 'Written differently, but both grant the same.'],
    [1, policy(['qbusiness:Chat', 'qbusiness:PutFeedback']), 'grants more'],
  ])('leaves %i for %s', (code, text, words) => {
    const result = run('compare', before, file('after.json', text));
    expect(result.code).toBe(code);
    expect(result.output).toContain(words);
  });

  test('writes JSON and refuses what it cannot compare', () => {
    expect(JSON.parse(run('compare', '--json', before, '-').output)).toMatchObject({
      pairs: [{ verdict: 'same' }],
    });
    expect(run('compare', before).code).toBe(2);
  });
});

describe('access', () => {
  test('says what the role can do', () => {
    const { code, output } = run('access', '-');
    expect(code).toBe(0);
    expect(output).toContain('On the application the role may call qbusiness:Chat.\n');
    const rows = run('access', '--table', '-').output.split('\n').slice(0, -1);
    const cells = rows.map((row) => row.split('\t'));
    expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
    expect(cells.filter((row) => row[2] === 'qbusiness:Chat').length).toBeGreaterThan(1);
  });

  test('asks about another application when told to, with all three values', () => {
    const other = ['--region', 'us-west-2', '--account-id', '445566778899'];
    expect(run('access', '-', ...other).code).toBe(2);
    const report = JSON.parse(
      run(
        'access',
        '-',
        '--json',
        ...other,
        '--application-id',
        '1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
      ).output,
    ) as { reports: { actions: { target: string; verdict: string }[] }[] };
    const verdicts = report.reports.flatMap(({ actions }) =>
      actions.filter(({ target }) => target === 'application').map(({ verdict }) => verdict),
    );
    expect(new Set(verdicts)).toEqual(new Set(['no']));
  });
});
