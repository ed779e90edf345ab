import { formatIpRange, networkOf, parseIpRange } from '../../iam/conditions/ip';
import type { ListFormField } from './formField';
import { coversEveryAddress, reservedRangeOf } from './ipSpace';
import { cleanIdentifier } from './pastedText';
import { defineTextField } from './textField';

const FORM = 'CIDR notation: 203.0.113.0/24 or 2001:db8::/32';

/** A range with a shorter prefix is wider than any network: bits, by version of the protocol. */
const WIDE = { 4: 8, 16: 20 } as const;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const ipRangesField = {
  kind: 'list',
  name: 'ipRanges',
  option: 'ip-range',
  operand: 'CIDR',
  needs: [{ field: 'networkLimit', is: 'ip-range' }],
  label: 'IP ranges',
  help: 'Public addresses of the caller in CIDR notation, IPv4 or IPv6.',
  addLabel: 'Add IP range',
  required: true,
  maxEntries: 200,
  problem: (entries) =>
    entries.length > 0 && coversEveryAddress(entries.flatMap((entry) => parseIpRange(entry) ?? []))
      ? 'Together these ranges hold every address: they limit nothing'
      : undefined,
  entry: defineTextField({
    label: 'IP range',
    help: 'Public addresses of the caller in CIDR notation.',
    example: '203.0.113.0/24',
    token: '{{ip_range}}',
    maxLength: 43,
    clean: cleanIdentifier,
    problem: (value) => {
      if (!value.includes('/')) return FORM;
      const range = parseIpRange(value);
      if (range) {
        return range.prefix === 0 ? 'A prefix length of 0 would allow every address' : undefined;
      }
      const [address = '', bits = ''] = value.split('/');
      if (/^(?:\d{1,6}\.){3}\d{1,6}$/.test(address)) {
        const octets = address.split('.');
        if (octets.some((octet) => /^0\d/.test(octet))) {
          return 'No leading zeros: some programs read them as octal numbers';
        }
        if (octets.some((octet) => Number(octet) > 255)) return 'Each part is at most 255';
        return 'The prefix length is 1 to 32, without leading zeros';
      }
      return parseIpRange(address) && bits !== ''
        ? 'The prefix length is 1 to 128, without leading zeros'
        : FORM;
    },
    caution: (value) => {
      const range = parseIpRange(value);
      if (!range) return undefined;
      const reserved = reservedRangeOf(range);
      if (reserved !== undefined) {
        return `${reserved}: AWS sees public addresses only, so this never matches. For a private network use a VPC endpoint`;
      }
      const network = formatIpRange(networkOf(range));
      if (network !== formatIpRange(range)) return `This means ${network}`;
      const isWide = range.prefix < WIDE[range.bytes.length === 4 ? 4 : 16];
      return isWide ? 'A very large range: does the caller own all of it?' : undefined;
    },
  }),
} as const satisfies ListFormField;
