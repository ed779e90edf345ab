import { describe, expect, test } from 'vitest';
import { compareTexts } from './compareTexts';

const APP =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const names = { before: 'the plan', after: 'the pasted document' };
const policy = (statement: object) =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] },
    null,
    2,
  );
const chat = policy({ Action: ['qbusiness:Chat', 'qbusiness:ChatSync'], Resource: APP });
const trust = (extra: object = {}) =>
  policy({
    Principal: { Service: 'application.qbusiness.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { ArnEquals: { 'aws:SourceArn': APP } },
    ...extra,
  });

const compare = (before: string, after: string) => compareTexts(before, after, names).pairs;

describe('the verdict', () => {
  test.each([
    ['same', chat, chat],
    [
      'formatting',
      chat,
      policy({ Action: ['QBusiness:chatsync', 'qbusiness:Chat'], Resource: [APP] }),
    ],
    ['formatting', trust(), trust({ Condition: { ArnLike: { 'AWS:sourceArn': [APP] } } })],
    ['more', chat, policy({ Action: ['qbusiness:Chat*', 'qbusiness:PutFeedback'], Resource: APP })],
    ['less', chat, policy({ Action: 'qbusiness:Chat', Resource: APP })],
    ['both', chat, policy({ Action: ['qbusiness:Chat', 'qbusiness:PutFeedback'], Resource: APP })],
    ['notDecided', chat, policy({ Action: 'qbusiness:Chat', Resource: { not: 'a text' } })],
  ])('is %s', (verdict, before, after) => {
    const [pair] = compare(before, after);
    expect(pair?.verdict).toBe(verdict);
    expect(pair?.summary).toMatch(/^[A-Z].*\.$/);
  });

  test('names actions, resources and to whom', () => {
    const [wider] = compare(
      chat,
      policy({
        Action: ['qbusiness:Chat', 'qbusiness:ChatSync', 's3:GetObject'],
        Resource: [APP, '*'],
      }),
    );
    expect(wider?.more.join('\n')).toMatch(
      /Only the pasted document allows .*s3:GetObject.* on every resource/,
    );
    const [open] = compare(trust(), trust({ Principal: { AWS: '998877665544' } }));
    expect(open?.verdict).toBe('both');
    expect(open?.more).toEqual([
      'Only the pasted document allows sts:AssumeRole to 998877665544, under its conditions.',
    ]);
    const [bare] = compare(trust(), trust({ Condition: undefined }));
    expect(bare?.verdict).toBe('more');
  });

  test('is not decided for a reason, at a line', () => {
    const [pair] = compare(chat, policy({ Action: 'qbusiness:Chat', Resource: 5 }));
    expect(pair?.undecided).toContain(
      'The pasted document, the statement on line 4: it is not a complete policy.',
    );
  });
});

describe('documents', () => {
  test('are compared with the one of their kind, and nothing is silent about the others', () => {
    const pairs = compare(`${chat}\n${trust()}`, trust());
    expect(pairs.map(({ label, verdict }) => [label, verdict])).toEqual([
      ['Permissions policy', 'onlyBefore'],
      ['Trust policy', 'same'],
    ]);
    expect(compare('', chat).map(({ summary }) => summary)).toEqual([
      'Only the pasted document has a permissions policy; the plan has none to compare it with.',
    ]);
  });
});
