import { formatDate, parseDate } from '../conditions/date';
import {
  formatIpRange,
  ipRangeCovers,
  networkOf,
  parseIpRange,
  type IpRange,
} from '../conditions/ip';
import { parseDecimal } from '../conditions/numeric';
import type { OperatorFamily } from '../conditions/operator';

/**
 * Values that are enough to decide: the constants of the policy, and values between, below and above
 * them. Every condition treats any other number, date, address or Boolean like one of these.
 */
export function samplesOf(family: OperatorFamily, constants: readonly string[]): readonly string[] {
  switch (family) {
    case 'boolean':
      return ['true', 'false'];
    case 'numeric':
      return numbers(constants);
    case 'date':
      return dates(constants);
    case 'ip':
      return addresses(constants);
    case 'binary':
      return [
        ...constants,
        ...['AAAA', 'AQID', 'QUJD'].filter((text) => !constants.includes(text)),
      ];
    case 'string':
    case 'arn':
      return constants;
  }
}

/** The number `digits` / 10^`scale`. */
interface ScaledNumber {
  readonly digits: bigint;
  readonly scale: number;
}

function numbers(constants: readonly string[]): readonly string[] {
  const parsed = constants.flatMap((text): readonly ScaledNumber[] => {
    const decimal = parseDecimal(text);
    if (!decimal) return [];
    const { sign, whole, fraction } = decimal;
    return [{ digits: BigInt(sign + whole + fraction), scale: fraction.length }];
  });
  // One more decimal place than any constant has, so that there is a number between any two of them.
  const scale = Math.max(0, ...parsed.map((one) => one.scale)) + 1;
  const unit = 10n ** BigInt(scale);
  const sorted = [
    ...new Set(parsed.map((one) => one.digits * 10n ** BigInt(scale - one.scale))),
  ].toSorted((a, b) => (a < b ? -1 : 1));
  const lowest = sorted[0] ?? 0n;
  const highest = sorted.at(-1) ?? 0n;
  const between = sorted.slice(1).map((value, i) => {
    const before = sorted[i] ?? 0n;
    const whole = (before / unit + 1n) * unit;
    return whole > before && whole < value ? whole : before + (value - before) / 2n;
  });
  return [lowest - unit, ...sorted, ...between, highest + unit].map((value) =>
    spellNumber(value, scale),
  );
}

function spellNumber(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/(?<!0)0+$/, '');
  return `${sign}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

const day = 86_400_000;

function dates(constants: readonly string[]): readonly string[] {
  const times = [...new Set(constants.flatMap((text) => parseDate(text) ?? []))].toSorted(
    (a, b) => a - b,
  );
  if (times.length === 0) return ['2026-01-01T00:00:00Z'];
  const between = times.slice(1).map((time, i) => ((times[i] ?? 0) + time) / 2);
  const all = [(times[0] ?? 0) - day, ...times, ...between, (times.at(-1) ?? 0) + day];
  return [...all.flatMap(spellDate), ...constants];
}

function spellDate(time: number): readonly string[] {
  const text = formatDate(time);
  return text === undefined ? [] : [text];
}

/** The first address of each range and the first one after it, where the answer of a condition can change. */
function addresses(constants: readonly string[]): readonly string[] {
  const ranges = constants.flatMap((text) => parseIpRange(text) ?? []);
  const edges = ranges.flatMap((range) => [firstOf(range), behind(range)]);
  const everywhere = ['0.0.0.0', '::', '203.0.113.7', '2001:db8::7'].flatMap(
    (text) => parseIpRange(text) ?? [],
  );
  const nice = ranges.map((range) => seventhOf(range));
  const all = [...nice, ...everywhere.slice(2), ...edges, ...everywhere];
  return [...new Set(all.flatMap((one) => (one ? [formatIpRange(one)] : [])))];
}

const firstOf = (range: IpRange): IpRange => ({
  bytes: networkOf(range).bytes,
  prefix: range.bytes.length * 8,
});

/** The first address after the range; undefined after the last one of all. */
function behind({ bytes, prefix }: IpRange): IpRange | undefined {
  const next = [...firstOf({ bytes, prefix }).bytes];
  if (prefix === 0) return undefined;
  let at = Math.floor((prefix - 1) / 8);
  let carry = 1 << (7 - ((prefix - 1) % 8));
  while (at >= 0 && carry > 0) {
    const sum = (next[at] ?? 0) + carry;
    next[at] = sum & 255;
    carry = sum >> 8;
    at -= 1;
  }
  return carry > 0 ? undefined : { bytes: next, prefix: bytes.length * 8 };
}

/** An address inside the range that looks like that of a machine, for examples. */
function seventhOf(range: IpRange): IpRange {
  const bytes = [...firstOf(range).bytes];
  const last = bytes.length - 1;
  const candidate = { bytes: bytes.with(last, (bytes[last] ?? 0) | 7), prefix: bytes.length * 8 };
  return ipRangeCovers(range, candidate) ? candidate : firstOf(range);
}
