import { describe, expect, it } from 'vitest';
import { actionCovers, actionMatches, resourceCovers, resourceMatches } from './match';

const nothing = () => ({ state: 'absent' }) as const;

const user = (key: string) =>
  key === 'aws:username' ? ({ state: 'value', value: 'ann' } as const) : nothing();

describe('an action', () => {
  it.each([
    ['qbusiness:ChatSync', 'QBUSINESS:chatsync', true],
    ['qbusiness:Chat*', 'qbusiness:ChatSync', true],
    ['qbusiness:Cha?', 'qbusiness:ChatSync', false],
    ['*', 'iam:PassRole', true],
    ['qbusiness:*', 'q:Chat', false],
    ['*:Chat', 'qbusiness:Chat', 'unknown'],
    ['Chat', 'qbusiness:Chat', 'unknown'],
    ['qbusiness:Chat Sync', 'qbusiness:ChatSync', 'unknown'],
  ])('%j matches %j: %s', (pattern, action, expected) => {
    expect(actionMatches(pattern, action)).toBe(expected);
  });
});

describe('a resource', () => {
  const application = 'arn:aws:qbusiness:us-east-1:111122223333:application/abc';
  it.each([
    ['*', application, true],
    [application, application, true],
    ['arn:aws:qbusiness:*:111122223333:application/*', application, true],
    ['arn:aws:qbusiness:us-east-1:111122223333:*', application, true],
    ['arn:aws:qbusiness:us-west-2:111122223333:application/*', application, false],
    ['arn:aws:qbusiness:us-east-1:111122223333:application/ABC', application, false],
    ['arn:aws:qbusiness:*', application, true],
    ['arn:aws:qbusiness:us-east-1', application, true],
    ['arn:aws:qbusiness', application, true],
    ['arn:aws:sqs', application, false],
    ['arn:aws:q*:*:*:*', application, true],
    ['arn:*', application, true],
    ['**', application, true],
    ['arn:aws:qbusiness:us-east-1:111122223333:app*/abc', application, true],
    ['arn:aws:qbusiness:us-east-1:${var.account}:application/abc', application, 'unknown'],
    ['arn:aws:qbusiness:us-east-1:${var.account}:application/abd', application, false],
    ['arn:aws:s3:::docs-*/x', 'arn:aws:s3:::docs-1/x', true],
    [
      'arn:aws:sqs:us-east-1:111122223333:queue*',
      'arn:aws:sqs:us-east-1:111122223333:queue1',
      true,
    ],
    ['arn:aws:logs:*:log-group:x', 'arn:aws:logs:us-east-1:999999999999:log-group:x', 'unknown'],
    [application, '*', false],
    ['application/abc', application, 'unknown'],
  ])('%j matches %j: %s', (pattern, resource, expected) => {
    expect(resourceMatches(pattern, resource, nothing)).toBe(expected);
  });

  it('may name its caller by a policy variable, but only after the fifth colon', () => {
    const queue = 'arn:aws:sqs:us-east-1:111122223333:ann-queue';
    expect(resourceMatches('arn:aws:sqs:*:*:${aws:username}-queue', queue, user)).toBe(true);
    expect(resourceMatches('arn:aws:sqs:*:*:${aws:userid}-queue', queue, user)).toBe(false);
    expect(resourceMatches('arn:aws:sqs:*:${aws:username}:ann*', queue, user)).toBe('unknown');
    expect(resourceMatches('arn:aws:sqs:*:*:${ aws:username }-queue', queue, user)).toBe('unknown');
    expect(resourceMatches('arn:aws:sqs:*:*:${aws:username}-queue', queue, undefined)).toBe(false);
  });
});

describe('covering', () => {
  it.each([
    ['qbusiness:*', 'QBusiness:Chat*', true],
    ['qbusiness:Chat', 'qbusiness:Chat*', false],
    ['*', 'anything', true],
    ['*:*', 'qbusiness:Chat', false],
  ])('action %j covers %j: %s', (general, specific, expected) => {
    expect(actionCovers(general, specific)).toBe(expected);
  });

  it.each([
    ['*', 'arn:aws:s3:::a', true],
    ['arn:aws:s3:::a*', 'arn:aws:s3:::a/b', true],
    ['arn:aws:qbusiness:*:1:application/*', 'arn:aws:qbusiness:us-east-1:1:application/a', true],
    ['arn:aws:qbusiness:us-east-1:1:application/a', 'arn:aws:qbusiness:*:1:application/a', false],
    ['arn:aws:qbusiness:us-east-1:1:a*/a', 'arn:aws:qbusiness:us-east-1:1:application/a', true],
    ['arn:aws:qbusiness', 'arn:aws:qbusiness:*:1:application/a', true],
    ['arn:aws:sqs:*:1:x', 'arn:aws:sqs:eu:2:1:x', false],
    ['a*:aws:s3:::a', 'arn:aws:s3:::a', false],
    ['arn:aws:s3:::${aws:username}/x', 'arn:aws:s3:::${AWS:UserName}/x', true],
    ["arn:aws:s3:::${aws:username, 'a'}", "arn:aws:s3:::${aws:username, 'a'}x", false],
    ["arn:aws:s3:::${aws:username, 'a'}*", "arn:aws:s3:::${aws:username, 'a'}x", true],
    ["arn:aws:s3:::${aws:username, 'a'}*", "arn:aws:s3:::${aws:username, 'b'}x", false],
  ])('resource %j covers %j: %s', (general, specific, expected) => {
    expect(resourceCovers(general, specific, true)).toBe(expected);
  });
});
