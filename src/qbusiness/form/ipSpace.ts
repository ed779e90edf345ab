import { ipRangeCovers, networkOf, parseIpRange, type IpRange } from '../../iam/conditions/ip';

/**
 * Addresses that no caller on the internet has.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const reserved: readonly (readonly [kind: string, ...ranges: readonly string[]])[] = [
  ['A private range', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
  ['Shared by carriers', '100.64.0.0/10'],
  ['The own machine', '127.0.0.0/8', '::1/128'],
  ['Link-local', '169.254.0.0/16', 'fe80::/10'],
  [
    'For documentation',
    '192.0.2.0/24',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '2001:db8::/32',
    '3fff::/20',
  ],
  ['For benchmarks', '198.18.0.0/15', '2001:2::/48'],
  ['Multicast', '224.0.0.0/4', 'ff00::/8'],
  ['Reserved', '0.0.0.0/8', '192.0.0.0/24', '240.0.0.0/4', '::/128', '100::/64', '64:ff9b:1::/48'],
  ['IPv4 addresses in another form', '::ffff:0:0/96', '64:ff9b::/96'],
];

const reservedRanges = reserved.flatMap(([kind, ...ranges]) =>
  ranges.flatMap((text) => {
    const range = parseIpRange(text);
    return range ? [{ kind, range }] : [];
  }),
);

/** The purpose for which the whole range is reserved; undefined if some of its addresses are public. */
export const reservedRangeOf = (range: IpRange): string | undefined =>
  reservedRanges.find(({ range: wide }) => ipRangeCovers(wide, range))?.kind;

/** Whether the ranges hold all of IPv4, all of IPv6, or all addresses of IPv6 that are given out. */
export function coversEveryAddress(ranges: readonly IpRange[]): boolean {
  return ['0.0.0.0/0', '::/0', '2000::/3'].some((all) => {
    const whole = parseIpRange(all);
    return whole !== undefined && covers(ranges.map(networkOf), whole);
  });
}

/** Whether the ranges cover the whole range: halves it until a part lies in one range, or none reaches a part. */
function covers(ranges: readonly IpRange[], whole: IpRange): boolean {
  if (ranges.some((range) => ipRangeCovers(range, whole))) return true;
  const inside = ranges.filter((range) => ipRangeCovers(whole, range));
  if (inside.length === 0) return false;
  return halves(whole).every((half) => covers(inside, half));
}

function halves({ bytes, prefix }: IpRange): readonly IpRange[] {
  const upper = [...bytes];
  const at = Math.floor(prefix / 8);
  upper[at] = (upper[at] ?? 0) + 2 ** (7 - (prefix % 8));
  return [
    { bytes, prefix: prefix + 1 },
    { bytes: upper, prefix: prefix + 1 },
  ];
}
