import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd } from '../iam/runToEnd';
import { batchArchive } from '../batch/batchArchive';
import { judgeBatch } from '../batch/judgeRows';
import { readBatch } from '../batch/readRows';
import { emptyFormValues } from '../qbusiness/form/formValues';
import { run } from './run.testing';

const home = mkdtempSync(join(tmpdir(), 'batch-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(home, 'out-'));
});

const good = [
  'name,region,account,application',
  'Help,us-east-1,222233334444,7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17',
  'Jobs,us-west-2,222233334444,8f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17',
].join('\n');
const bad = `${good}\nShort,us-east-1,222233334444,xx`;

/** The rows of a CSV file as a JSON request has them. */
const rowsOf = (csv: string) => readBatch(csv).rows.map(({ texts }) => texts);

function generate(csv: string, ...args: readonly string[]) {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, csv);
  return run(['generate', '--batch', file, ...args]);
}

const archive = () => join(folder, 'roles.zip');

describe('generate --batch', () => {
  test('writes the bytes of the page’s download', () => {
    expect(generate(good, '--zip', archive())).toMatchObject({ code: 0, out: '' });
    const made = Buffer.concat(
      runToEnd(batchArchive(judgeBatch(readBatch(good).rows, emptyFormValues))),
    );
    expect(readFileSync(archive()).equals(made)).toBe(true);
    expect(Object.keys(unzipSync(readFileSync(archive())))).toContain('apply-all.sh');
  });

  test('writes a folder an account and a folder an application', () => {
    expect(generate(good, '--out', join(folder, 'roles')).code).toBe(0);
    expect(readdirSync(join(folder, 'roles', '222233334444'))).toEqual([
      '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17',
      '8f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17',
      'change-record.md',
      'cloudformation',
      'roles.tsv',
      'terraform',
    ]);
  });

  test('names the line of a bad row and writes nothing, unless it is to be skipped', () => {
    const refused = generate(bad, '--zip', archive());
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Line 4: applicationId (--application-id): 2 of 36 characters');
    expect(refused.err).toContain('--skip-bad-rows');
    expect(readdirSync(folder)).toEqual(['rows.csv']);
    expect(generate(bad, '--zip', archive(), '--skip-bad-rows').code).toBe(0);
    expect(readdirSync(folder)).toEqual(['roles.zip', 'rows.csv']);
  });

  test.each([
    [
      'a row in a cell of another',
      `${good}\n"Help,us-east-1,x,y\nA,us-east-1,1,9f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17\nB,"x"`,
    ],
    ['cells without a heading', `${good},x`],
    ['entries without an application', JSON.stringify([...rowsOf(good), { region: 'us-east-1' }])],
    ['a key twice', JSON.stringify(rowsOf(good)).replace('{', '{"region":"eu-west-1",')],
    [
      'two columns that differ',
      good.replace(/^(.*)$/gm, '$1,eu-west-1').replace('eu-west-1', 'Region'),
    ],
  ])('writes nothing where the file holds %s', (_, text) => {
    expect(generate(text, '--zip', archive())).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual(['rows.csv']);
  });

  test('refuses values of one application, which rows do not share', () => {
    const { code, err } = generate(
      good,
      '--role-name',
      'Chat',
      '--other-application',
      `9${good.slice(-35)}`,
    );
    expect(code).toBe(2);
    expect(err).toContain(
      '--other-application, --role-name belong to one application, and --batch has many: give them in the rows',
    );
  });

  test('says only what contradicts among the shared values', () => {
    const { err } = generate(good, '--caller', 'lambda', '--access-mode', 'web-experience');
    expect(err).toContain('--caller needs --access-mode api-only');
    expect(err).not.toContain('missing');
  });

  test('says that it creates no web experience', () => {
    const shared = ['--include-web-experience', '--zip', archive()];
    expect(generate(good, ...shared).err).toContain('No web experience is created for many');
    const [head, one] = good.split('\n');
    expect(generate(`${head}\n${one}`, '--force', ...shared).err).not.toContain(
      'No web experience',
    );
  });

  test('reports row by row in JSON', () => {
    const { code, out } = generate(bad, '--json', '--zip', archive());
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      status: 'refused',
      counts: { rows: 3, ready: 2, errors: 1 },
      rows: [
        { line: 2, state: 'ready', roleName: 'QBusinessAnonymousWeb-7f3c9d52' },
        { line: 3, state: 'ready' },
        { line: 4, state: 'refused', errors: [{ column: 'applicationId' }] },
      ],
    });
  });

  test('lets the options give what all rows share', () => {
    const role = ['--access-mode', 'api-only', '--caller', 'lambda', '--zip', archive()];
    expect(generate(good, ...role).code).toBe(0);
    const paths = Object.keys(unzipSync(readFileSync(archive())));
    expect(paths.filter((path) => path.endsWith('trustpolicyforAPIanonymous.json'))).toHaveLength(
      2,
    );
  });

  test.each([
    [['--skip-bad-rows', '--region', 'us-east-1'], '--skip-bad-rows needs --batch'],
    [['--batch', 'x', '--stdout'], 'not --stdout'],
    [['--batch', '-', '--request', '-'], 'standard input'],
    [['--batch', 'missing.csv'], 'missing.csv cannot be read'],
  ])('refuses %j', (args, message) => {
    const { code, err } = run(['generate', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
