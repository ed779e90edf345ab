import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callers } from './callers';
import { exampleFormValues, exampleOfCaller } from './examples';
import { arbitraryFormValues } from './formValues.arbitrary';
import { emptyFormValues } from './formValues';
import { decodeShareLink, encodeShareLink } from './shareLink';

describe('share link', () => {
  test('holds only what differs from an empty form', () => {
    expect(encodeShareLink(emptyFormValues)).toBe('v1');
    expect(encodeShareLink({ ...exampleFormValues, tags: [{ key: 'team', value: 'a b' }] })).toBe(
      'v1&region=us-east-1&accountId=111122223333&applicationId=a1b2c3d4-5678-90ab-cdef-example11111&tags.0.key=team&tags.0.value=a%20b',
    );
  });

  test('can leave out the identifiers', () => {
    const values = { ...exampleFormValues, webExperienceId: 'x'.repeat(36), roleName: 'chat' };
    expect(encodeShareLink(values, { withoutIds: true })).toBe('v1&region=us-east-1&roleName=chat');
  });

  /** Frozen: each of these links must open as it did on the day it was added. */
  test.each([
    ['v1', emptyFormValues],
    [
      'v1&region=us-east-1&accountId=111122223333&applicationId=a1b2c3d4-5678-90ab-cdef-example11111',
      exampleFormValues,
    ],
    [
      '#v1&region=us-east-1&accountId=111122223333&applicationId=a1b2c3d4-5678-90ab-cdef-example11111&accessMode=api-only&caller=github-actions&callers.github-actions.organization=octo-org&callers.github-actions.repository=octo-repo&callers.github-actions.organizationId=1234567&callers.github-actions.repositoryId=7654321&callers.github-actions.refName=main',
      exampleOfCaller('github-actions'),
    ],
    [
      'v1&origins.0.value=https://www.example.com&tags.0.key=a%3Db&tags.0.value=%C3%A9&attachment=managed',
      {
        ...emptyFormValues,
        origins: [{ value: 'https://www.example.com' }],
        tags: [{ key: 'a=b', value: 'é' }],
        attachment: 'managed',
      },
    ],
  ] as const)('opens %s', (link, values) => {
    expect(decodeShareLink(link)).toEqual({ values, problems: [] });
  });

  test('what does not fit is named and the rest is kept', () => {
    const link = 'v1&region=us-east-1&caller=nobody&surprise=1&callers.lambda.x=y&tags=z&path=%';
    expect(decodeShareLink(link)).toEqual({
      values: { ...emptyFormValues, region: 'us-east-1', path: '%' },
      problems: [
        { path: 'caller', message: `One of: ${callers.map(({ kind }) => kind).join(', ')}` },
        { path: 'surprise', message: 'There is no such value' },
        { path: 'tags', message: 'A list is expected' },
        { path: 'callers.lambda.x', message: 'There is no such value' },
      ],
    });
  });

  test.each(['', '#', '#files', 'v2&region=us-east-1', 'region=us-east-1', '#v12'])(
    '%s is no link of ours',
    (fragment) => {
      expect(decodeShareLink(fragment)).toBeUndefined();
    },
  );

  test('values survive a link', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(arbitraryFormValues(text), (values) => {
        expect(decodeShareLink(encodeShareLink(values))).toEqual({ values, problems: [] });
      }),
      { numRuns: 10_000 },
    );
  });

  test('no fragment makes it throw', () => {
    const piece = fc.constantFrom(
      'v1',
      '&',
      '=',
      '.',
      '%',
      '%zz',
      '__proto__',
      'tags',
      '0',
      'callers',
      'constructor',
      'region',
      '\uD800',
    );
    const noise = fc.oneof(
      fc.array(piece).map((all) => `v1&${all.join('')}`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(noise, (fragment) => {
        const decoded = decodeShareLink(fragment);
        expect(decoded === undefined || decoded.values.region.length >= 0).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });
});
