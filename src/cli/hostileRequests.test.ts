import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { exampleFormValues, exampleOfEveryKind } from '../qbusiness/examples';
import { commands } from './commands';
import { run, type Ran } from './run.testing';

const REQUESTS = runs(400, 10_000);

const home = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '-',
    '--',
    '--json',
    '__proto__',
    'constructor',
    '../../../etc/passwd',
    '/',
    '.',
    '..',
    '*',
    '${aws:username}',
    '$(id)',
    '`id`',
    "'; exit 1 #",
    '"\n}',
    'a\0b',
    '\uD800',
    '\u202Eevil',
    '\uFEFFx',
    '%PATH%',
    '\u001B[31m',
    'x'.repeat(300),
    'x'.repeat(100_000),
  ),
);

const jsonValue = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, false, 0, -1, 1e308, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.record({ key: hostileText, value: hostileText }), { maxLength: 3 }),
  fc.array(hostileText, { maxLength: 300 }),
);

/** A request with some of its values replaced, as the text of a file. */
const request = fc
  .tuple(
    fc.constantFrom(...exampleOfEveryKind),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(exampleFormValues)), hostileText),
      jsonValue,
      { maxKeys: 3 },
    ),
  )
  .map(([values, more]) => JSON.stringify({ ...values, ...more }));

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const bytes = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...exampleOfEveryKind)
      .map((values) => Buffer.from(JSON.stringify(values))),
  },
  { weight: 6, arbitrary: request.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: request.map((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')) },
  { weight: 1, arbitrary: request.map((text) => Buffer.from(text, 'latin1')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(request, fc.nat())
      .map(([text, end]) => Buffer.from(text.slice(0, end % (text.length + 1)))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)) },
  { weight: 1, arbitrary: hostileText.map((text) => Buffer.from(text)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(100, 10_000, 200_000).map((depth) => Buffer.from(deep(depth))),
  },
);

const optionNames = [...new Set(commands.flatMap(({ options }) => Object.keys(options)))].filter(
  (name) => !['out', 'zip', 'request'].includes(name),
);
const option = fc
  .tuple(fc.constantFrom(...optionNames), fc.option(hostileText))
  .map(([name, value]) => (value === null ? `--${name}` : `--${name}=${value}`));

const paths = [
  'out',
  'link',
  'file',
  'dangling',
  'read-only',
  'fresh/deeper',
  'a\0b',
  '',
  'x'.repeat(300),
];

const args = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      command: fc.constant('generate'),
      where: fc.oneof(
        fc.constantFrom(...paths).map((path) => ['--out', path]),
        fc.constantFrom(...paths.map((path) => `${path}.zip`)).map((path) => ['--zip', path]),
        fc.constant(['--stdout']),
      ),
      options: fc.array(option, { maxLength: 2 }),
      input: fc.constantFrom(['--request', '-'], ['--request', 'file'], ['--request', '.'], []),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      command: fc.constantFrom('audit', 'compare', 'access', 'completion', 'help'),
      where: fc.constant([]),
      options: fc.array(option, { maxLength: 2 }),
      input: fc.array(fc.oneof(fc.constantFrom('-', 'file', 'out', 'dangling'), hostileText), {
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      command: hostileText,
      where: fc.constant([]),
      options: fc.array(option, { maxLength: 1 }),
      input: fc.constant([]),
    }),
  },
);

/** Every file below a folder, with a hash of its content. */
function tree(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const place = join(entry.parentPath, entry.name);
      return `${place} ${entry.isFile() ? String(readFileSync(place).length) : 'no file'}`;
    })
    .sort();
}

function room(): string {
  const folder = mkdtempSync(join(home, 'room-'));
  mkdirSync(join(folder, 'elsewhere'));
  mkdirSync(join(folder, 'out'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'out/policies'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.zip'));
  mkdirSync(join(folder, 'read-only'));
  chmodSync(join(folder, 'read-only'), 0o500);
  return folder;
}

interface Answer {
  readonly command: string;
  readonly where: readonly string[];
  readonly ran: Ran;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Why a result is not acceptable. */
function faultsOf(folder: string, { command, where, ran, before, after }: Answer): string[] {
  const { code, out, err } = ran;
  const written = code === 0 && command === 'generate' && where[0] !== '--stdout';
  const rules: readonly (readonly [string, boolean])[] = [
    ['has a status of its own', [0, 1, 2].includes(code)],
    ['shows no stack', !/^ {4}at .*[:)]/m.test(out + err)],
    ['names no error of JavaScript', !/TypeError|RangeError|Cannot read prop/.test(err)],
    ['exits with 1 for findings alone', code !== 1 || ['audit', 'compare'].includes(command)],
    ['says why it refuses', code !== 2 || out + err !== ''],
    ['leaves nothing beside', !after.some((entry) => entry.includes('.policies-'))],
    [
      'follows no link inside',
      readdirSync(join(folder, 'elsewhere')).length === 0 || where[1] === 'link',
    ],
    ['follows no link to nothing', !existsSync(join(folder, 'nowhere')) || where[1] === 'dangling'],
    ['changes nothing unless it is done', written || after.join() === before.join()],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

test(`${REQUESTS} hostile requests end with an answer, and leave nothing half done`, () => {
  const former = process.cwd();
  const statuses = new Map<string, number>();
  const samples = fc.sample(fc.tuple(args, bytes), { numRuns: REQUESTS, seed: 1 });
  const faults: string[] = [];
  let folder = '';
  try {
    for (const [index, [{ command, where, options, input }, given]] of samples.entries()) {
      if (index % 20 === 0) {
        if (folder !== '') rmSync(folder, { recursive: true, force: true });
        folder = room();
        process.chdir(folder);
      }
      writeFileSync(join(folder, 'file'), given);
      const before = tree(folder);
      const line = [command, ...where, ...options, ...input];
      const ran = run(line, given);
      const kind = `${command.slice(0, 10)} ${ran.code}`;
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
      const found = faultsOf(folder, { command, where, ran, before, after: tree(folder) });
      if (found.length > 0) {
        const text = given.toString('latin1').slice(0, 300);
        faults.push(JSON.stringify({ found, line, text, err: ran.err.slice(0, 300) }));
      }
      rmSync(join(folder, 'elsewhere'), { recursive: true });
      mkdirSync(join(folder, 'elsewhere'));
    }
  } finally {
    process.chdir(former);
  }
  expect(faults).toEqual([]);
  // Requests of every kind were accepted, and others refused.
  for (const kind of ['generate 0', 'generate 2', 'audit 1', 'audit 2', 'access 2', 'compare 2']) {
    expect([kind, (statuses.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  }
});
