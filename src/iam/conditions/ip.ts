import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

/** A range of addresses: 4 or 16 bytes and how many leading bits count. */
export interface IpRange {
  readonly bytes: readonly number[];
  readonly prefix: number;
}

/** An address or a CIDR range, IPv4 or IPv6. Without prefix it is one address. */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', prefixText, ...rest] = text.split('/');
  if (text.length > 64 || rest.length > 0) return undefined;
  const bytes = address.includes(':') ? parseIpv6(address) : parseIpv4(address);
  if (!bytes) return undefined;
  const bits = bytes.length * 8;
  if (prefixText === undefined) return { bytes, prefix: bits };
  if (!/^(?:0|[1-9]\d{0,2})$/.test(prefixText) || Number(prefixText) > bits) return undefined;
  return { bytes, prefix: Number(prefixText) };
}

function parseIpv4(text: string): number[] | undefined {
  const parts = text.split('.');
  const wellFormed =
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return wellFormed ? parts.map(Number) : undefined;
}

function parseIpv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => parseGroups(half));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  if (!tail) return head.length === 16 ? head : undefined;
  const missing = 16 - head.length - tail.length;
  if (missing < 2) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

/** Groups of up to four hexadecimal digits; the last may be an IPv4 address. */
function parseGroups(text: string): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    if (i === groups.length - 1 && group.includes('.')) {
      const ipv4 = parseIpv4(group);
      if (!ipv4) return undefined;
      bytes.push(...ipv4);
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(Math.floor(value / 256), value % 256);
    } else {
      return undefined;
    }
  }
  return bytes;
}

/** Whether all of the `narrow` range lies in the `wide` one. */
export function ipRangeCovers(wide: IpRange, narrow: IpRange): boolean {
  if (wide.bytes.length !== narrow.bytes.length || narrow.prefix < wide.prefix) return false;
  return wide.bytes.every((byte, i) => {
    const mask = byteMask(wide.prefix - i * 8);
    return Math.floor(byte / mask) === Math.floor((narrow.bytes[i] ?? 0) / mask);
  });
}

/** The value of the lowest bit of a byte of which the first `bits` belong to the prefix. */
function byteMask(bits: number): number {
  return 2 ** (8 - Math.max(0, Math.min(8, bits)));
}

/** The same range with all bits behind its prefix set to zero. */
export function networkOf({ bytes, prefix }: IpRange): IpRange {
  const masked = bytes.map((byte, i) => {
    const mask = byteMask(prefix - i * 8);
    return Math.floor(byte / mask) * mask;
  });
  return { bytes: masked, prefix };
}

export function formatIpRange({ bytes, prefix }: IpRange): string {
  const bits = bytes.length * 8;
  const address = bytes.length === 4 ? bytes.join('.') : formatIpv6(bytes);
  return prefix === bits ? address : `${address}/${prefix}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc5952 (the longest run of zero groups is shortened) */
function formatIpv6(bytes: readonly number[]): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 2) {
    groups.push(((bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)).toString(16));
  }
  let [start, length] = [0, 0];
  for (let i = 0; i < groups.length; i += 1) {
    let end = i;
    while (groups[end] === '0') end += 1;
    if (end - i > length) [start, length] = [i, end - i];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function isIpv4Mapped({ bytes }: IpRange): boolean {
  return bytes.length === 16 && bytes.slice(0, 10).every((b) => b === 0) && bytes[10] === 255;
}

function inRange(policyValue: string, value: string): Truth {
  const range = parseIpRange(policyValue);
  const address = parseIpRange(value);
  if (!range || !address || value.includes('/')) return 'unknown';
  const mixed = range.bytes.length !== address.bytes.length;
  // AWS does not say whether ::ffff:192.0.2.1 is the address 192.0.2.1.
  if (mixed && (isIpv4Mapped(range) || isIpv4Mapped(address))) return 'unknown';
  return ipRangeCovers(range, address);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const ipOperators: readonly ConditionOperator[] = [
  { name: 'IpAddress', family: 'ip', negated: false, wildcards: false, matches: inRange },
  { name: 'NotIpAddress', family: 'ip', negated: true, wildcards: false, matches: inRange },
];
