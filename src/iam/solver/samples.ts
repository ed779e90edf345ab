import { formatIpRange, ipRangeCovers, parseIpRange, type IpRange } from '../conditions/ip';
import { formatDate, parseDate } from '../conditions/date';
import type { OperatorFamily } from '../conditions/operator';

/**
 * One value of every kind that the constants of a policy can tell apart: the constants themselves and
 * one between, below and above them. Whatever a number, date, address or Boolean may be, one of these
 * is treated alike by every condition.
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

interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

function numbers(constants: readonly string[]): readonly string[] {
  const parsed = constants.flatMap((text): readonly Decimal[] => {
    const match = text.length > 64 ? null : /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (!match) return [];
    const [, sign, whole = '', fraction = ''] = match;
    return [
      { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), scale: fraction.length },
    ];
  });
  // One digit more than any constant has: room for something between two of them.
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

/** A range begins a kind of addresses, and so does the address behind its end. */
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

const firstOf = ({ bytes, prefix }: IpRange): IpRange => ({
  bytes: bytes.map((byte, i) => byte & maskOf(prefix - i * 8)),
  prefix: bytes.length * 8,
});

const maskOf = (bits: number): number =>
  bits <= 0 ? 0 : bits >= 8 ? 255 : (255 << (8 - bits)) & 255;

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

/** An address inside the range that looks like one of a machine. */
function seventhOf(range: IpRange): IpRange {
  const bytes = [...firstOf(range).bytes];
  const last = bytes.length - 1;
  const candidate = { bytes: bytes.with(last, (bytes[last] ?? 0) | 7), prefix: bytes.length * 8 };
  return ipRangeCovers(range, candidate) ? candidate : firstOf(range);
}
