import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { representatives, runs } from '../scripts/deep.mjs';
import { unseenCharacters, withoutUnseen } from './iam/unseenCharacters';
import { readBatch } from './batch/readRows';
import { auditTexts } from './documents/auditTexts';
import { compareTexts } from './documents/compareTexts';
import { readers } from './documents/readers';
import { wholeSource } from './documents/readers/source';
import { callers } from './qbusiness/callers';
import type { FormField } from './qbusiness/form/formField';
import { formFields } from './qbusiness/form/formFields';
import { decodeShareLink } from './qbusiness/form/shareLink';
import { readDrafts } from './qbusiness/form/storedDrafts';
import type { TextField } from './qbusiness/form/textField';
import { recognise, recognisers } from './qbusiness/recognise/recognise';

/**
 * Whoever reads a text from outside takes time that grows with the length of the text, not with its
 * square: ten times the text takes about ten times as long.
 */

/** What is repeated to make a text: what the readers look for, and what leads them astray. */
// prettier-ignore
const pumps = [
  ' ', '\t', '\n', '\r', '-', '/', '\\', '"', "'", '`', ',', ';', '{', '}', '[', '(', '<', '|',
  'a', '4', '*', '?', '.', ':', '=', '#', '%', '$', '~', '\0', '\u00A0', '\u202E', '\uD800',
  'a/', 'a-', 'a.', 'a b ', '4 ', '"a ', '\\"', '\\\\', '%7b', '%', '\\u0041', '${', '{{', '<a ',
  'aws ', 'aws --a ', '--a ', '--a "', '--origins https://a ', 'aws iam a --a=b ',
  'aws qbusiness ', '"origins":[', '"Statement":', '"Effect":', '"Arn":"', 'Arn: a\n',
  '| Arn | a |\n', '|', 'https://', 'https://a.', 'https://a.console.aws.amazon.com/',
  'amazonaws.com', 'qbusiness.', 'arn:aws:iam::111122223333:role/', 'arn:aws:qbusiness:',
  'us-east-1 ', '4444 5555 6666 ', 'is not authorized to perform: a:b', 'User: arn:a ',
  'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111 ', '[[', '{"a":', '{"a":[', '[{"a":1},', '"a":"b",',
  '- a\n', 'a:\n', ' - - ', '? a\n', '&a *a ', 'resource "a" "b" {\n', 'x = <<EOT\n', '"${a}"',
  'jsonencode(', '/*', '//', '#a\n', "'''", '"""', '```\n', '```json\n{\n', '<pre>', '<p>&lt;',
  '&amp;', '&', '<!--', '$(', "cat <<'EOF'\n", 'EOF\n', '{"Statement":[]}',
  '{"Version":"2012-10-17"}\n', '{"Statement":{"Effect":"Allow"}}', '${aws:a}', 'a,b\n', '"a\n',
  ',,,,', 'applicationId,region\n', 'v1&', 'a=b&', 'tags.0.key=a&', 'regoin=a&',
];

/** Texts that begin as the reader wants it, go on for ever, and end as it does not. */
const frames: readonly (readonly [string, string])[] = [
  ['', ''],
  ['', '\0!'],
  ['arn:aws:iam::111122223333:role/x', '\0'],
];

/** For readers that do a lot with every text. */
const documentFrames = [
  ['', ''],
  ['{"Statement":[{"Effect":"Allow","Action":"', ''],
] as const;

let turn = 0;

/** Each pump in each frame; without `DEEP` in one of them, for each reader another one. */
function craftings<Frame>(around: readonly Frame[]): readonly (readonly [string, Frame])[] {
  turn += 1;
  return pumps.flatMap((pump, index) =>
    representatives(around, (_, at) => at === (index + turn) % around.length).map(
      (frame) => [pump, frame] as const,
    ),
  );
}

const crafted = (pump: string, [start, end]: readonly [string, string], length: number) =>
  start + pump.repeat(Math.ceil(length / pump.length)) + end;

/** Of the processor, in milliseconds: a busy machine takes longer, but does no more. */
function processorTime(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1_000;
}

/** The quickest of a few runs, in milliseconds. */
function quickest(run: () => void, times = 4): number {
  let best = Infinity;
  for (let time = 0; time < times; time += 1) {
    const start = processorTime();
    run();
    best = Math.min(best, processorTime() - start);
    // Quick enough for anybody.
    if (best < 20) break;
  }
  return best;
}

/** What a tenfold text may cost in times of the single one: ten for linear, a hundred for quadratic. */
const growth = 35;

/** Milliseconds of which nobody knows whether they grow. */
const noise = 10;

function slowTexts(
  read: (text: string) => unknown,
  long = runs(50_000, 100_000),
  around = frames,
): readonly string[] {
  return craftings(around).flatMap(([pump, frame]) =>
    slowness(JSON.stringify([frame[0], pump, frame[1]]), read, (length) =>
      crafted(pump, frame, (length * long) / 10),
    ),
  );
}

/** What grows too fast between the lengths 1 and 10. */
function slowness(
  what: string,
  read: (text: string) => unknown,
  textOf: (length: number) => string,
): readonly string[] {
  const text = textOf(10);
  const time = quickest(() => read(text), 1);
  if (time < growth * noise) return [];
  const short = textOf(1);
  const base = Math.max(
    noise,
    quickest(() => read(short)),
  );
  if (time <= growth * base) return [];
  const again = quickest(() => read(text));
  return again <= growth * base ? [] : [`${what}: ${base} ms, then ${again} ms`];
}

function textFieldsOf(field: FormField): readonly (readonly [string, TextField])[] {
  if (field.kind === 'text') return [[field.name, field]];
  if (field.kind === 'list') return [[field.name, field.entry]];
  if (field.kind !== 'tags') return [];
  return [
    [`${field.name} key`, field.key],
    [`${field.name} value`, field.value],
  ];
}

const textFields = [
  ...formFields.flatMap(textFieldsOf),
  ...callers.flatMap(({ kind, fields }) =>
    fields.flatMap((field) =>
      field.kind === 'text' ? [[`${kind} ${field.name}`, field] as const] : [],
    ),
  ),
];

describe('the time that a reader takes grows with the text alone', () => {
  test.each(textFields)('field %s', (_, { clean, problem, caution, conflict, reduce }) => {
    const read = (raw: string) => {
      const { text } = clean(raw);
      problem(text);
      caution?.(text, {});
      conflict?.(text, {});
      reduce?.(text, {});
    };
    expect(slowTexts(read)).toEqual([]);
    // At the length up to which the field looks into a text at all.
    const slow = craftings(frames).filter(
      ([pump, frame]) => quickest(() => read(crafted(pump, frame, 4_000))) > 50,
    );
    expect(slow).toEqual([]);
  });

  test.each(recognisers.map((recogniser) => [recogniser.name, recogniser] as const))(
    '%s',
    (_, recogniser) => {
      expect(slowTexts((text) => recogniser(text))).toEqual([]);
    },
  );

  test.each<readonly [string, (text: string) => unknown]>([
    ['a paste', recognise],
    ['a link', (text) => decodeShareLink(`v1&${text}`)],
    ['a value of a link', (text) => decodeShareLink(`v1&accountId=${text}`)],
    ['a file of drafts', readDrafts],
    ['a name of a draft', (text) => readDrafts(JSON.stringify(draftNamed(text)))],
    ['a value of a draft', (text) => readDrafts(JSON.stringify({ region: text, [text]: 1 }))],
    ['unseen characters', unseenCharacters],
    ['without unseen characters', withoutUnseen],
  ])('%s', (_, read) => {
    expect(slowTexts(read)).toEqual([]);
  });

  test.each(readers.map((reader) => [reader.name, reader] as const))(
    'the reader of %s',
    (_, reader) => {
      const read = (text: string) => reader.read(wholeSource(text), () => ({ trees: [] }));
      expect(slowTexts(read)).toEqual([]);
    },
  );

  test.each<readonly [string, number, (text: string) => unknown]>([
    ['the rows of a batch', 50_000, readBatch],
    ['documents to be checked', 50_000, (text) => auditTexts({ texts: [{ text }] })],
    [
      'documents to be compared',
      10_000,
      (text) => compareTexts(text, '{}', { before: 'before', after: 'after' }),
    ],
  ])('%s', (_, length, read) => {
    expect(slowTexts(read, length, documentFrames)).toEqual([]);
  });

  test('a policy of many statements', () => {
    const statement = (index: number) => ({
      Sid: `S${index}`,
      Effect: index % 7 === 0 ? 'Deny' : 'Allow',
      Action: [['qbusiness:Chat', 'qbusiness:ListMessages'], 'qbusiness:*', `s3:Get*`][index % 3],
      Resource: `arn:aws:qbusiness:us-east-1:111122223333:application/${index % 5}`,
      ...(index % 4 === 0 && { Condition: { StringLike: { 'aws:SourceArn': `arn:*:${index}` } } }),
    });
    const textOf = (length: number) =>
      JSON.stringify({ Statement: Array.from({ length: length * 20 }, (_, i) => statement(i)) });
    const audit = (text: string) => auditTexts({ texts: [{ text }] });
    expect(slowness('audit', audit, textOf)).toEqual([]);
  });
});

const draftNamed = (name: string) => ({
  format: 'qbusiness-policies-drafts',
  version: 1,
  drafts: [{ id: 'a', name, savedAt: '', values: {} }],
});
