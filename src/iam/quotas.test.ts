import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policySize, quotas } from './quotas';

describe('the size of a policy', () => {
  it('is the same for a value and for any indentation of its text', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 0, max: 8 }),
        (value, indent) => {
          expect(policySize(JSON.stringify(value, null, indent))).toBe(policySize(value));
        },
      ),
    );
  });

  it('counts spaces inside strings and nothing else that is white', () => {
    expect(policySize('{ "a" :\r\n\t"b c" }')).toBe('{"a":"b c"}'.length);
    expect(policySize(String.raw`{ "a\" b" : 1 }`)).toBe(String.raw`{"a\" b":1}`.length);
  });

  it('is defined for text that is not JSON', () => {
    expect(policySize('{ "Version": "2012-10-17",, }')).toBe('{"Version":"2012-10-17",,}'.length);
    expect(policySize('"\\')).toBe(2);
  });
});

describe('the quotas', () => {
  it('are dated, linked and in order', () => {
    for (const quota of Object.values(quotas)) {
      expect(quota.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      expect(quota.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(quota.minimum).toBeLessThanOrEqual(quota.maximum);
    }
  });

  it.each([
    ['roleName', 'Q.Business_Role+=,@-1', 'rôle'],
    ['rolePath', '/a/b/', 'a/'],
    ['policyPath', '/a/', '/a*/'],
    ['roleDescription', 'café', '“quoted”'],
    ['policyDocument', '{"a":"ÿ"}', '\uFEFF{}'],
    ['externalId', 'a:b/c', 'a b'],
  ] as const)('%s takes %j and refuses %j', (name, good, bad) => {
    expect(quotas[name].pattern.test(good)).toBe(true);
    expect(quotas[name].pattern.test(bad)).toBe(false);
  });
});
