import { describe, expect, test } from 'vitest';
import { randomBelow } from '../iam/seededRandom.testing';
import { runs } from '../../scripts/deep.mjs';
import { comparePolicies } from '../iam/compare.testing';
import { publishedPolicies } from '../qbusiness/publishedPolicies';
import { applyEdits, type TextEdit } from '../syntax/textEdit';
import { auditTexts } from './auditTexts';
import { fixSafely } from './fixSafely';

const APP =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const seeds = [
  ...publishedPolicies.map(({ text }) => text.replaceAll(/\s+/g, ' ')),
  '{"Statement":{"Effect":"Allow","Action":["qbusiness:*","s3:Get*"],"NotResource":"*"}}',
  '{"Role":{"RoleName":"R","AssumeRolePolicyDocument":"%7B%22Statement%22%3A%5B%5D%7D"}}',
  '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Sid%22%3A%22%C3%A9%22%7D%5D%7D',
  '{"PolicyDocument":"{\\"Statement\\":[{\\"Action\\":\\"*\\"}]}"}',
  '{"Statement":[{"Condition":{"StringEquals":{"aws:SourceArn":"*"},"Bool":{"a":[]}}}]}',
];
const fragments = [
  ...Array.from('{}[]",:\\\'%“”\u00a0\uFEFF\t\r\n\0é😀\ud800'),
  '"Version"',
  '"Statement"',
  '"Principal"',
  '"NotAction"',
  '"Condition"',
  '"Sid":""',
  '{{region}}',
  '${aws:x',
  '"__proto__":1',
  '"":{},',
  'null',
  '1e999',
  '//',
  '/*',
  '"*"',
  '%7B',
  '%C3',
  '\\u12',
  '[[[[',
  ',,',
];

function fuzzed(random: (below: number) => number): string {
  if (random(4) === 0) {
    const bytes = Uint8Array.from({ length: random(60) }, () => random(256));
    return random(2) === 0 ? new TextDecoder().decode(bytes) : String.fromCharCode(...bytes);
  }
  let text = seeds[random(seeds.length)] ?? '';
  for (let changes = 1 + random(4); changes > 0; changes -= 1) {
    const at = random(text.length + 1);
    const fragment = random(3) === 0 ? '' : (fragments[random(fragments.length)] ?? '');
    text = text.slice(0, at) + fragment + text.slice(at + random(random(8) === 0 ? 60 : 3));
  }
  return text;
}

const areApart = (edits: readonly TextEdit[]) =>
  edits.every(({ start }, i) => i === 0 || start >= (edits[i - 1]?.end ?? 0));

describe('whatever is pasted', () => {
  test('is audited without a crash, at places that exist, with edits that can be made', () => {
    const random = randomBelow(20261123);
    const inputs = runs(2_000, 100_000);
    let audits = 0;
    for (let run = 0; run < inputs; run += 1) {
      const text = fuzzed(random);
      const [audited] = auditTexts({ texts: [{ text }] }).texts;
      const findings = audited?.findings ?? [];
      const isPlaced = findings.every(
        ({ start, end, line, column }) =>
          0 <= start && start <= end && end <= text.length && line >= 1 && column >= 1,
      );
      const lists = findings.map(({ fix }) => fix?.edits ?? []);
      const ids = new Set(findings.map(({ id }) => id));
      if (run % 20 === 0) {
        const repaired = fixSafely({ text });
        const again = auditTexts({ texts: [{ text: repaired }] }).texts[0]?.findings ?? [];
        const isRead = audited?.documents.length !== 0;
        if (isRead && again.some(({ rule, fix }) => rule === 'JSON_SYNTAX_ERROR' && fix)) {
          throw new Error(`Run ${run}: ${JSON.stringify(text)} became ${JSON.stringify(repaired)}`);
        }
      }
      audits += 1;
      if (!isPlaced || !lists.every(areApart) || ids.size !== findings.length) {
        throw new Error(`Run ${run}: ${JSON.stringify(text)}`);
      }
    }
    expect(audits).toBe(inputs);
  });
});

describe('fixes', () => {
  const actions = [
    'qbusiness:Chat',
    'QBUSINESS:chat',
    'qbusiness:ChatSync',
    'qbusiness:*',
    's3:Get*',
    'sts:AssumeRole',
  ];
  const resources = [APP, `${APP}/*`, '*', 'arn:aws:s3:::b/*', 'arn:aws:S3:::b'];
  const principals = [
    { Service: 'application.qbusiness.amazonaws.com' },
    { AWS: ['445566778899', 'arn:aws:iam::445566778899:root'] },
    { AWS: [] },
  ];
  const conditions = [
    { StringEquals: { 'aws:SourceAccount': '445566778899' } },
    { StringEquals: { 'aws:SourceArn': ['arn:aws:s3:::b*', 'arn:aws:s3:::b*'] } },
    { ArnLike: { 'aws:SourceArn': [APP, APP] } },
    { StringEqualsIfExists: {} },
    { NullIfExists: { 'aws:SourceIp': 'true' } },
    { IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } },
    { Bool: { 'aws:SecureTransport': true } },
    {},
  ];

  function policy(random: (below: number) => number): object {
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const some = <T>(list: readonly T[]) =>
      random(2) === 0 ? pick(list) : Array.from({ length: random(4) }, () => pick(list));
    const isTrust = random(3) === 0;
    return {
      ...(random(3) > 0 && { Version: pick(['2012-10-17', '2008-10-17']) }),
      Statement: Array.from({ length: 1 + random(3) }, () => ({
        ...(random(2) === 0 && { Sid: pick(['', 'A', 'B', 'A b']) }),
        Effect: random(5) === 0 ? 'Deny' : 'Allow',
        ...(isTrust ? { Principal: pick(principals) } : { Resource: some(resources) }),
        Action: isTrust
          ? pick(['sts:AssumeRole', ['sts:AssumeRole', 'sts:SetContext']])
          : some(actions),
        ...(random(2) === 0 && { Condition: pick(conditions) }),
      })),
    };
  }

  test('that are safe change no grant, and those that say so only take away', () => {
    const random = randomBelow(5);
    const seen = new Set<string>();
    const verdicts = {
      same: ['same', 'formatting', 'notDecided'],
      less: ['same', 'formatting', 'less', 'notDecided'],
    } as const;
    for (let run = 0; run < runs(200, 4_000); run += 1) {
      const value = policy(random);
      const text = JSON.stringify(value, null, random(2) === 0 ? undefined : 2);
      const [audited] = auditTexts({ texts: [{ text }] }).texts;
      const fixes = [
        ...(audited?.findings.flatMap(({ fix, rule }) => (fix ? [{ ...fix, title: rule }] : [])) ??
          []),
      ];
      const { verdict } = comparePolicies(value, JSON.parse(fixSafely({ text })) as unknown);
      if (!(verdicts.same as readonly string[]).includes(verdict)) {
        throw new Error(`All safe fixes made it ${verdict}:\n${text}`);
      }
      for (const { title, grants, edits } of fixes) {
        if (grants !== 'same' && grants !== 'less') continue;
        seen.add(`${title} ${grants}`);
        const fixed = applyEdits(text, edits);
        const { verdict } = comparePolicies(value, JSON.parse(fixed) as unknown);
        if (!(verdicts[grants] as readonly string[]).includes(verdict)) {
          throw new Error(`${title} (${grants}) made it ${verdict}:\n${text}\n${fixed}`);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(5);
  });
});
