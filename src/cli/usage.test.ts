import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { requiredOptions, run } from './run.testing';

const home = mkdtempSync(join(tmpdir(), 'usage-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const role = requiredOptions();
const policy = join(home, 'policy.json');
const statement = { Effect: 'Allow', Action: 'qbusiness:*', Resource: '*' };
writeFileSync(policy, JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));

test.each([
  [['generat'], 'There is no command “generat”; did you mean generate?'],
  [['help', 'Audit'], 'There is no command “Audit”; did you mean audit?'],
  [['--quiet', 'audit'], 'Options stand behind the command, as in: qbusiness-policies generate'],
  [['audit', '--quiet=true', policy], '--quiet takes no value'],
  [
    ['audit', policy, '--level', 'eror'],
    '“eror”; did you mean error? The levels are error, security',
  ],
  [['audit', policy, '--force'], '--force needs --repair'],
  [['audit', policy, '--role-name', 'Chat'], '--role-name needs --repair'],
  [['audit', policy, '--repair', ''], '--repair needs the name of a folder'],
  [['audit', policy, '--region', ''], '--region: '],
  [['audit', policy, '--region', 'foo'], '--region: A Region code is'],
  [['audit', policy, '--account-id', '2222'], '--account-id: 4 of 12 digits'],
  [['audit', policy, '--application-id', '*'], '--application-id: '],
  [['access', policy, '--account-id', '2222'], '--account-id: 4 of 12 digits'],
  [['audit', ''], '“” cannot be read'],
  [['generate', ...role, '--zip', '-'], 'a file of this name is ./-'],
  [['generate', ...role, '--out', '-'], 'a file of this name is ./-'],
  [['generate', ...role, '--request', '-'], 'Standard input is not JSON'],
])('%j is refused: %s', (args, message) => {
  const refused = run(args);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain(message);
});

test.each(['-V', '--version'])('every command knows %s', (option) => {
  expect(run(['audit', option])).toMatchObject({ code: 0, out: run([option]).out });
});

test('a caller that nobody knows is not called empty', () => {
  const { err } = run(['generate', ...role, '--access-mode', 'api-only', '--caller', 'lamda']);
  expect(err).toContain('One of: lambda');
  expect(err).not.toContain('empty');
});

test('an account is read as the form reads it', () => {
  expect(run(['audit', policy, '--account-id', '1111-2222-3333']).code).toBe(1);
});

test('a repair that is refused leaves no report before its reason', () => {
  const folder = join(home, 'repair');
  const repair = (format: string) => run(['audit', policy, format, '--repair', folder]);
  expect(JSON.parse(repair('--json').out)).toMatchObject({ status: 'refused' });
  expect(repair('--sarif')).toMatchObject({ code: 2, out: '' });
  expect(existsSync(folder)).toBe(false);
});

test('the names of compared files stay as they are', () => {
  const { out } = run(
    ['compare', policy, '-'],
    JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Action: '*' }] }),
  );
  expect(out).toContain(`“-” grants more than “${policy}”.`);
});

describe('a folder in which none can be made', () => {
  test.skipIf(!existsSync('/proc/self'))('is refused at once', () => {
    const { code, err } = run(['generate', ...role, '--out', '/proc/none/roles']);
    expect(code).toBe(2);
    expect(err).toContain('/proc/none/roles was left as it was');
  });

  test('leaves none of those above it', () => {
    const name = 'x'.repeat(300);
    expect(run(['generate', ...role, '--out', join(home, 'new', 'newer', name)]).code).toBe(2);
    expect(readdirSync(home)).not.toContain('new');
  });
});
