import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../scripts/deep.mjs';
import { callers } from '../callers';
import { everyField } from './everyField.testing';
import { exampleFormValues, exampleOfCaller } from '../examples';
import { arbitraryFormValues } from './formValues.arbitrary';
import { emptyFormValues } from './formValues';
import type { RoleFormValues } from './formValues';
import { readRequestJson } from './requestJson';
import { decodeShareLink, encodeShareLink } from './shareLink';

const github = exampleOfCaller('github-actions');

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
      {
        ...github,
        callers: {
          ...github.callers,
          'github-actions': {
            ...github.callers['github-actions'],
            organizationId: '1234567',
            repositoryId: '7654321',
          },
        },
      },
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
    expect(decodeShareLink(link)).toEqual({ values, problems: [], cleaned: [] });
  });

  /** Frozen, too: a new field adds a line, and a line that changes would break the links of others. */
  test('every field has its place in links', async () => {
    const link = encodeShareLink(everyField);
    await expect(`${link.replaceAll('&', '\n')}\n`).toMatchFileSnapshot('__golden__/link.txt');
    expect(decodeShareLink(link)).toEqual({ values: everyField, problems: [], cleaned: [] });
  });

  test('an API-only role had a caller when links began, and names its lack of one since', () => {
    const undecided: RoleFormValues = { ...emptyFormValues, accessMode: 'api-only' };
    expect(encodeShareLink(undecided)).toBe('v1&accessMode=api-only&caller=');
    expect(decodeShareLink('v1&accessMode=api-only&caller=')?.values).toEqual(undecided);
    const withLambda: RoleFormValues = { ...undecided, caller: 'lambda' };
    expect(encodeShareLink(withLambda)).toBe('v1&accessMode=api-only');
    expect(decodeShareLink('v1&accessMode=api-only')?.values).toEqual(withLambda);
  });

  test('the link with every field leaves none at its default', () => {
    const leaves = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    expect(encodeShareLink(everyField).split('&')).toHaveLength(leaves(everyField).length + 1);
    expect(Object.keys(everyField)).toEqual(Object.keys(emptyFormValues));
    expect(Object.keys(everyField.callers).sort()).toEqual(
      Object.keys(emptyFormValues.callers).sort(),
    );
  });

  test('is the same for the same values, in whatever order they are kept', () => {
    const turned = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, part]) => [key, turned(part)] as const)
              .toReversed(),
          )
        : value;
    expect(encodeShareLink(turned(everyField) as RoleFormValues)).toBe(encodeShareLink(everyField));
  });

  test('without identifiers tells no account and no application, wherever they stand', () => {
    const link = encodeShareLink(
      {
        ...everyField,
        roleName: `chat-${everyField.applicationId}`,
        description: '2109 8765 4321',
      },
      { withoutIds: true },
    );
    expect(link).not.toMatch(/210987654321|999988887777|a1b2c3d4-|b2c3d4e5-|c3d4e5f6-|2109/);
    expect(decodeShareLink(link)).toMatchObject({
      problems: [],
      values: {
        region: 'eu-west-1',
        accountId: '',
        applicationId: '',
        otherApplications: [],
        permissionsBoundary: '',
        origins: everyField.origins,
        tags: everyField.tags,
      },
    });
  });

  test('what does not fit is named and the rest is kept', () => {
    const link = 'v1&region=us-east-1&caller=nobody&surprise=1&callers.lambda.x=y&tags=z&path=%';
    expect(decodeShareLink(link)).toEqual({
      values: { ...emptyFormValues, region: 'us-east-1', path: '%' },
      problems: [
        { path: 'caller', message: `One of: ${callers.map(({ kind }) => kind).join(', ')}` },
        { path: 'surprise', message: 'There is no such value' },
        { path: 'callers.lambda.x', message: 'There is no such value' },
        { path: 'tags', message: 'A list is expected' },
      ],
      cleaned: [],
    });
  });

  test.each(['', '#', '#files', 'v2&region=us-east-1', 'region=us-east-1', '#v12'])(
    '%s is no link of ours',
    (fragment) => {
      expect(decodeShareLink(fragment)).toBeUndefined();
    },
  );

  test.each([
    ['a value that is there twice', 'v1&region=us-east-1&region=eu-west-1', ['region']],
    ['a text and a list', 'v1&tags=a&tags.0.key=b&tags.0.value=c', ['tags.0.key']],
    ['a list and a text', 'v1&origins.0.value=https://a.example&origins=', ['origins', 'origins']],
    ['a value too deep', 'v1&region=us-east-1&a.b.c.d.e.f.g=1', ['a.b.c.d.e.f.g']],
    ['a name without a value', 'v1&region', ['region']],
    ['a value without a name', 'v1&=us-east-1', ['']],
    ['nothing between two signs', 'v1&&region=us-east-1&', []],
  ])('nothing of it is lost unsaid: %s', (_, link, paths) => {
    expect(decodeShareLink(link)?.problems.map(({ path }) => path)).toEqual(paths);
  });

  test('values survive a link, cleaned', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(arbitraryFormValues(text), (typed) => {
        const { values } = readRequestJson(typed);
        expect(decodeShareLink(encodeShareLink(typed))).toMatchObject({ values, problems: [] });
        expect(decodeShareLink(encodeShareLink(values))).toEqual({
          values,
          problems: [],
          cleaned: [],
        });
      }),
      { numRuns: runs(1_000, 10_000) },
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
      { numRuns: runs(1_000, 20_000) },
    );
  });
});

test('a link that is longer than any is refused unread, and says so', () => {
  const long = decodeShareLink(`v1&region=${'a'.repeat(300_000)}`);
  expect(long?.values).toEqual(emptyFormValues);
  expect(long?.problems).toEqual([
    { path: '', message: 'The link has 300,010 characters; at most 250,000 are read' },
  ]);
  const pairs = decodeShareLink(`v1${'&a=b'.repeat(2_001)}`);
  expect(pairs?.problems[0]?.message).toBe('The link has 2,001 values; at most 2,000 are read');
});
