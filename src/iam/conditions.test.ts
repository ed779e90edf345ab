import { describe, expect, it } from 'vitest';
import { conditionHolds } from './conditions';
import { compareNumbers } from './conditions/numeric';
import { parseDate } from './conditions/date';
import { formatIpRange, ipRangeCovers, networkOf, parseIpRange } from './conditions/ip';
import { formatOperatorName, parseOperatorName } from './conditions/operators';
import { keyReader, type RequestContext } from './context';

const absent: RequestContext = { keys: {}, otherKeys: 'absent' };
const given = (value: string | string[]): RequestContext => ({
  keys: { 'Test:Key': value },
  otherKeys: 'absent',
});

function holds(operator: string, values: string | string[], context: RequestContext) {
  const test = { operator, key: 'test:key', values: [values].flat() };
  return conditionHolds(test, keyReader(context), true);
}

describe('a missing key', () => {
  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['NumericLessThan', false],
    ['NotIpAddress', true],
    ['ArnNotLike', true],
    ['ForAllValues:StringEquals', true],
    ['ForAllValues:StringNotEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
  ])('makes %s %s', (operator, truth) => {
    expect(holds(operator, 'x', absent).truth).toBe(truth);
  });

  it.each([[''], [[]], [['']], [['', '']]])(
    'is for Null the same as the empty value %j',
    (value) => {
      expect(holds('Null', 'true', given(value)).truth).toBe(true);
      expect(holds('Null', 'false', given(value)).truth).toBe(false);
      expect(holds('Null', 'false', given(['', 'a'])).truth).toBe(true);
    },
  );

  it('is what Null asks for', () => {
    expect(holds('Null', 'true', absent).truth).toBe(true);
    expect(holds('Null', 'False', absent).truth).toBe(false);
    expect(holds('Null', 'true', given('x')).truth).toBe(false);
    expect(holds('Null', 'perhaps', given('x'))).toEqual({
      truth: 'unknown',
      doubt: 'malformedValue',
    });
  });
});

describe('several values', () => {
  it.each([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringEquals', [], 'a', false],
    ['StringNotEquals', [], 'a', true],
    ['ForAllValues:StringLike', ['a*', 'b'], ['a1', 'b'], true],
    ['ForAllValues:StringLike', ['a*', 'b'], ['a1', 'c'], false],
    ['ForAnyValue:StringNotLike', ['a*'], ['a1', 'c'], true],
    ['ForAllValues:StringNotLike', ['a*'], ['a1', 'c'], false],
    ['ForAnyValue:StringEquals', ['a'], 'a', true],
  ])('%s %j holds for %j: %s', (operator, values, value, truth) => {
    expect(holds(operator, values, given(value)).truth).toBe(truth);
  });
});

describe('what cannot be decided is unknown', () => {
  it.each([
    ['StringResembles', 'x', given('x'), 'unknownOperator'],
    ['NullIfExists', 'true', given('x'), 'unknownOperator'],
    ['StringEquals', 'x', given(['x']), 'listWithoutSetOperator'],
    ['NumericEquals', 'five', given('5'), 'malformedValue'],
    ['NumericEquals', '5', given('five'), 'malformedValue'],
    ['DateEquals', '2026', given('2026-01-01'), 'malformedValue'],
    ['Bool', 'yes', given('true'), 'malformedValue'],
    ['IpAddress', '203.0.113.0/33', given('203.0.113.1'), 'malformedValue'],
    ['BinaryEquals', '!', given('AQID'), 'malformedValue'],
    ['IpAddress', '192.0.2.0/24', given('::ffff:192.0.2.1'), 'malformedValue'],
    ['IpAddress', '::ffff:192.0.2.0/120', given('192.0.2.1'), 'malformedValue'],
    ['ArnLike', '*', given('arn:aws:s3:::a'), 'malformedValue'],
    ['ArnLike', 'arn:aws:s3:::a', given('urn:aws:s3:::a'), 'malformedValue'],
    [
      'StringEquals',
      'x',
      { keys: {}, unknownKeys: ['TEST:key'], otherKeys: 'absent' },
      'unknownKey',
    ],
    ['StringEquals', 'x', { keys: {}, otherKeys: 'unknown' }, 'unknownKey'],
    ['StringEquals', '${a:b}', { ...given('x'), unknownKeys: ['a:b'] }, 'unknownKey'],
    ['ForAnyValue:StringEqualsIfExists', 'x', absent, 'setOperatorWithIfExists'],
  ] as const)('%s %s', (operator, value, context, doubt) => {
    expect(holds(operator, value, context)).toEqual({ truth: 'unknown', doubt });
  });

  it('a value that matches decides in spite of an unknown one', () => {
    expect(holds('NumericEquals', ['five', '5'], given('5')).truth).toBe(true);
  });
});

describe('comparing', () => {
  it.each([
    ['StringEqualsIgnoreCase', 'ABC', 'abc', true],
    ['StringEquals', 'a*', 'ab', false],
    ['StringLike', 'a?c*', 'abcd', true],
    ['ArnEquals', 'arn:aws:s3:::a*', 'arn:aws:s3:::ab', true],
    ['ArnLike', 'arn:aws:x:*:1:f/*', 'arn:aws:x:us:9:s/a:1:f/d', false],
    ['NumericLessThanEquals', '5.0', '5', true],
    ['NumericGreaterThan', '9007199254740993', '9007199254740994', true],
    ['DateGreaterThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00-01:00', true],
    ['DateEquals', '1767225600', '2026-01-01T00:00:00Z', true],
    ['Bool', 'TRUE', 'true', true],
    ['BinaryEquals', 'AQID', 'AQID', true],
    ['IpAddress', '2001:db8::/32', '2001:DB8:0:1::7', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
    ['NotIpAddress', '203.0.113.7', '203.0.113.7', false],
  ])('%s %j for %j: %s', (operator, value, requested, truth) => {
    expect(holds(operator, value, given(requested)).truth).toBe(truth);
  });

  it('orders numbers of any length', () => {
    expect(compareNumbers('-0.10', '-.1')).toBeUndefined();
    expect(compareNumbers('-0.10', '-0.1')).toBe(0);
    expect(compareNumbers('1'.repeat(65), '1')).toBeUndefined();
  });

  it('knows the calendar', () => {
    for (const text of [
      '2024-02-29',
      '2000-12-31T23:59:59Z',
      '1969-01-01',
      '2026-06-15T12:30:00.250+05:30',
    ]) {
      expect(parseDate(text)).toBe(Date.parse(text));
    }
    for (const text of [
      '2023-02-29',
      '2026-13-01',
      '2026-01-01T24:00Z',
      '2026-01-01T10:00',
      'today',
    ]) {
      expect(parseDate(text)).toBeUndefined();
    }
  });
});

describe('an IP range', () => {
  it.each([
    ['203.0.113.77/24', '203.0.113.0/24'],
    ['10.255.0.1/9', '10.128.0.0/9'],
    ['2001:db8:0:0:1::5/64', '2001:db8::/64'],
    ['::/0', '::/0'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
  ])('%s has the network %s', (text, network) => {
    const range = parseIpRange(text);
    expect(range && formatIpRange(networkOf(range))).toBe(network);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/',
    '1.2.3.4/33',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    'g::',
    '1.2.3.4/8/8',
  ])('is not %j', (text) => expect(parseIpRange(text)).toBeUndefined());

  it('covers a narrower one of its own family only', () => {
    const range = (text: string) => parseIpRange(text) ?? { bytes: [], prefix: 0 };
    expect(ipRangeCovers(range('10.0.0.0/8'), range('10.1.0.0/16'))).toBe(true);
    expect(ipRangeCovers(range('10.1.0.0/16'), range('10.0.0.0/8'))).toBe(false);
    expect(ipRangeCovers(range('::/0'), range('10.0.0.0/8'))).toBe(false);
  });
});

describe('the name of an operator', () => {
  it.each(['StringEquals', 'ForAllValues:ArnLikeIfExists', 'ForAnyValue:Null', 'NotIpAddress'])(
    '%s is read in any case and written as IAM writes it',
    (name) => {
      const parsed = parseOperatorName(name.toUpperCase());
      expect(parsed && formatOperatorName(parsed)).toBe(name);
    },
  );

  it.each(['', 'String', 'ForSome:StringEquals', 'StringEqualsIfExistsIfExists', 'IfExists'])(
    '%j is none',
    (name) => expect(parseOperatorName(name)).toBeUndefined(),
  );
});
