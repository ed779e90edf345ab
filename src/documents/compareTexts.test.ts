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
      /Only the pasted document allows .*s3:GetObject.* on .*every resource\. For example qbusiness:Chat on arn:aws:qbusiness:/,
    );
    const bareTrust = trust({ Condition: undefined });
    const byAccount = trust({ Condition: undefined, Principal: { AWS: '998877665544' } });
    const [open] = compare(bareTrust, byAccount);
    expect(open?.verdict).toBe('both');
    expect(open?.more).toEqual([
      'Only the pasted document allows sts:AssumeRole to 998877665544. For example sts:AssumeRole by arn:aws:iam::998877665544:role/Example.',
    ]);
    const [bare] = compare(trust(), trust({ Condition: undefined }));
    expect(bare?.verdict).toBe('more');
  });

  test('is not decided for a reason, at a line', () => {
    const [pair] = compare(chat, policy({ Action: 'qbusiness:Chat', Resource: 5 }));
    expect(pair?.undecided).toContain(
      'The pasted document, the statement on line 4: a statement cannot be read.',
    );
  });
});

test('roles are compared by their names, whatever their order', () => {
  const role = (name: string, action: string) => ({
    RoleName: name,
    PolicyName: 'p',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: action, Resource: APP },
    },
  });
  const [one, other] = [role('A', 'qbusiness:Chat'), role('B', 'qbusiness:ChatSync')];
  const pairs = compare(JSON.stringify([one, other]), JSON.stringify([other, one]));
  expect(pairs.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
});

describe('a Deny', () => {
  const allow = { Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: APP };
  const besides = (...statements: object[]) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [allow, ...statements] });
  const deny = (Condition?: object) => ({
    Effect: 'Deny',
    Action: 'qbusiness:ChatSync',
    Resource: '*',
    Condition,
  });
  const admin = { 'aws:PrincipalTag/role': 'admin' };
  const all = besides(deny());
  const butAdmin = besides(deny({ StringNotEquals: admin }));
  const onlyAdmin = besides(deny({ StringEquals: admin }));
  const tls = besides({ ...deny({ Bool: { 'aws:SecureTransport': 'false' } }), Action: '*' });
  const office = besides({
    ...deny({ NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } }),
    Action: '*',
  });
  const revoked = besides({
    ...deny({ DateLessThan: { 'aws:TokenIssueTime': '2026-11-02T08:15:30.000Z' } }),
    Action: '*',
  });

  test.each([
    ['more', all, butAdmin],
    ['less', besides(), onlyAdmin],
    ['less', besides(), tls],
    ['less', besides(), office],
    ['less', besides(), revoked],
    ['both', office, tls],
    ['more', all, besides()],
  ])('grants %s', (verdict, before, after) => {
    const [there] = compare(before, after);
    expect([there?.verdict, there?.undecided]).toEqual([verdict, []]);
    const [back] = compare(after, before);
    expect(back?.verdict).toBe({ more: 'less', less: 'more', both: 'both' }[verdict]);
  });

  test('with an exception grants what it spares, for example', () => {
    const [pair] = compare(all, butAdmin);
    expect(pair?.more).toEqual([
      `Only the pasted document allows qbusiness:ChatSync on ${APP}. For example qbusiness:ChatSync on ${APP}, when aws:PrincipalTag/role is admin: the plan refuses it by a Deny.`,
    ]);
    expect(pair?.refusals[0]).toMatch(
      /^Only the plan refuses qbusiness:ChatSync on every resource by a Deny\. For example /,
    );
  });

  test('of what nothing allows changes no verdict, but is said', () => {
    const [pair] = compare(
      besides(),
      besides({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }),
    );
    expect(pair?.verdict).toBe('formatting');
    expect(pair?.refusals).toEqual([
      'Only the pasted document refuses s3:GetObject on every resource by a Deny. For example s3:GetObject on arn:aws:s3:::example-bucket/example-key.',
    ]);
  });

  test('of one document counts for all documents of the role', () => {
    const other = policy({ Effect: 'Deny', Action: 'qbusiness:ChatSync', Resource: '*' });
    const [pair, ...others] = compare(`${chat}\n${other}`, chat);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ verdict: 'more', label: '2 permissions policies' });
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
