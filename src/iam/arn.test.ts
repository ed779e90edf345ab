import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arnParts, parseArn, partitionOfRegion } from './arn';

const part = fc.stringMatching(/^[a-z0-9*?-]{0,12}$/);
const arn = fc.record({
  partition: part,
  service: part,
  region: part,
  account: part,
  resource: fc.stringMatching(/^[a-zA-Z0-9:/*?_.-]{0,30}$/),
});

describe('an ARN', () => {
  it('comes apart into what it was put together from', () => {
    fc.assert(
      fc.property(arn, (value) => {
        const { partition, service, region, account, resource } = value;
        const text = `arn:${partition}:${service}:${region}:${account}:${resource}`;
        expect(parseArn(text)).toEqual(value);
      }),
    );
  });

  it('keeps the colons of its resource', () => {
    expect(
      parseArn('arn:aws:logs:us-east-1:111122223333:log-group:/a:log-stream:b')?.resource,
    ).toBe('log-group:/a:log-stream:b');
  });

  it('is not cut inside a policy variable', () => {
    expect(parseArn('arn:aws:s3:::${aws:PrincipalTag/team}/x')?.resource).toBe(
      '${aws:PrincipalTag/team}/x',
    );
    expect(parseArn('arn:aws:iam::${aws:PrincipalAccount}:role/x')?.account).toBe(
      '${aws:PrincipalAccount}',
    );
  });

  it.each(['', 'arn', 'arn:aws:s3', 'arn:aws:iam::111122223333', 'urn:a:b:c:d:e', '*'])(
    'is not read from %j',
    (text) => expect(parseArn(text)).toBeUndefined(),
  );

  it('has at most six parts, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = arnParts(text);
        expect(parts.length).toBeLessThanOrEqual(6);
        expect(parts.join(':')).toBe(text);
      }),
    );
  });
});

describe('the partition of a Region', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['ap-southeast-2', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
  ])('%s lies in %s', (region, partition) => expect(partitionOfRegion(region)).toBe(partition));
});
