import { expect, test } from 'vitest';
import { applyEdits } from '../syntax/textEdit';
import { accessTexts } from './accessTexts';
import { auditTexts } from './auditTexts';
import { compareTexts } from './compareTexts';
import { fixSafely } from './fixSafely';

const policies = [
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['qbusiness:Chat', '*'],
        Resource: ['*'],
        Condition: {
          StringEquals: { 'aws:PrincipalTag/a': ['b'] },
          Bool: { '': ['true', 'false'] },
        },
      },
    ],
  },
  {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: ['arn:aws:iam::445566778899:root', '*'], Service: [] },
      Action: ['sts:AssumeRole'],
      Condition: { StringEquals: {} },
    },
  },
];

/** The value with an empty name or text, before or behind what each object and list in it holds. */
function withEmptyNames(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [
      ['', ...items],
      [...items, ''],
      ...items.flatMap((item, index) =>
        withEmptyNames(item).map((changed) => items.with(index, changed)),
      ),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const inserted = [{}, [], '', 1, null, { '': {} }, { '': [] }, { '': ['a', 'b'] }];
  return [
    ...inserted.flatMap((one) => [
      { '': one, ...value },
      { ...value, '': one },
    ]),
    ...Object.entries(value).flatMap(([name, item]) =>
      withEmptyNames(item).map((changed) => ({ ...value, [name]: changed })),
    ),
  ];
}

// An empty key at the end, which a fix removed, kept the audit busy for ever.
test('empty names anywhere come to an end, with fixes that leave JSON and sentences without holes', () => {
  const texts = policies.flatMap(withEmptyNames).map((changed) => JSON.stringify(changed));
  expect(texts.length).toBeGreaterThan(150);
  const titles = new Set<string>();
  const holes: string[] = [];
  for (const [index, text] of texts.entries()) {
    for (const { message, fix } of auditTexts({ texts: [{ text }] }).texts[0]?.findings ?? []) {
      if (/^ | {2}| \.$/.test(message)) holes.push(`${message} ${text}`);
      if (fix === undefined) continue;
      titles.add(fix.title);
      JSON.parse(applyEdits(text, fix.edits));
    }
    JSON.parse(fixSafely({ text }));
    if (index % 10 > 0) continue;
    compareTexts(text, JSON.stringify(policies[0]), { before: 'before', after: 'after' });
    accessTexts({ texts: [text] });
  }
  expect(holes).toEqual([]);
  expect([...titles]).toContain('Remove “”');
  expect([...titles].filter((title) => title !== title.trim())).toEqual([]);
});
