import { describe, expect, test } from 'vitest';
import { unseenCharacters } from '../iam/unseenCharacters';
import { accessTexts } from './accessTexts';
import { accessSentences } from './accessWords';
import { auditTexts } from './auditTexts';
import { compareTexts } from './compareTexts';
import { hostileRole, hostileTexts } from './hostileDocuments.testing';
import { repairRole } from './repair';

const APP =
  'arn:aws:qbusiness:us-east-1:222233334444:application/7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
const plain = JSON.stringify({
  Statement: [{ Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: APP }],
});

/** What people would not see, or see in another line, and what nobody can read to its end. */
const faultsOf = (lines: readonly string[]): readonly string[] =>
  lines.filter(
    (line) =>
      /[\t\r\n]/.test(line) ||
      line.length > 20_000 ||
      unseenCharacters(line).some(({ kind }) => kind !== 'look-alike'),
  );

/** Of a document: line breaks are its own. */
const faultsOfDocument = (text: string) =>
  unseenCharacters(text).filter(({ kind }) => kind !== 'look-alike');

const named = hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const);

describe.each(named)('a role with %s in every place', (_, text) => {
  const role = hostileRole(text);

  test('has findings that are read as they stand', () => {
    const { texts } = auditTexts({ texts: [{ text: role }] });
    const lines = texts.flatMap(({ findings, documents, remarks }) => [
      ...findings.flatMap(({ message, fix }) => [message, fix?.title ?? '']),
      ...documents.map(({ label }) => label),
      ...remarks,
    ]);
    expect(texts[0]?.findings.length).toBeGreaterThan(0);
    expect(faultsOf(lines)).toEqual([]);
  });

  test('has answers that are read as they stand', () => {
    const answer = accessTexts({ texts: [role] });
    const rows = answer.reports.flatMap(({ actions, requesters }) => [...actions, ...requesters]);
    const lines = [
      ...accessSentences(answer).flatMap((sentence) => sentence.match(/[^]{1,19999}/g) ?? []),
      ...answer.reports.flatMap(({ role: name = '', documents, missing }) => [
        name,
        ...documents.map(({ label }) => label),
        ...missing,
      ]),
      ...rows.flatMap(({ conditions, doubts, example = '', decidedBy }) => [
        ...conditions,
        ...doubts,
        example,
        ...decidedBy.flatMap(({ sid = '', conditions: all }) => [sid, ...all]),
      ]),
      ...rows.map((row) => ('label' in row ? row.label : row.action)),
    ];
    expect(rows.length).toBeGreaterThan(0);
    expect(faultsOf(lines)).toEqual([]);
  });

  test('is compared in words and documents that are read as they stand', () => {
    const { pairs } = compareTexts(role, plain, { before: 'the old role', after: 'the new role' });
    expect(pairs.length).toBeGreaterThan(1);
    for (const { label, summary, more, less, refusals, undecided, before, after } of pairs) {
      expect(faultsOf([label, summary, ...more, ...less, ...refusals, ...undecided])).toEqual([]);
      expect(faultsOfDocument(before + after)).toEqual([]);
    }
  });

  test('is repaired into documents that are read as they stand, by commands that IAM takes', () => {
    const repair = repairRole({
      texts: [{ text: role }],
      roleName: 'QBWeb',
      expected: {
        saidBy: 'the form',
        region: 'us-east-1',
        accountId: '222233334444',
        applicationIds: ['7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17'],
      },
    });
    expect(repair.documents.length).toBeGreaterThan(0);
    for (const { label, path, before, after, changes, left, refusal = '' } of repair.documents) {
      expect(
        faultsOf([label, path, ...changes, ...left.map(({ message }) => message), refusal]),
      ).toEqual([]);
      expect(faultsOfDocument(before + after)).toEqual([]);
    }
    expect(faultsOfDocument(repair.commands + repair.script)).toEqual([]);
    expect(repair.commands).not.toContain('x'.repeat(1_000));
  });
});
