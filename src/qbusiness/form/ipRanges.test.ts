import { describe, expect, test } from 'vitest';
import { ipRangesField } from './ipRanges';

const { entry, problem } = ipRangesField;

describe('an IP range', () => {
  test.each(['8.8.8.0/24', '203.0.113.7/32', '2600:1f00::/24', '2600:1f00::1/128', '0.0.0.0/1'])(
    '%s is accepted',
    (range) => {
      expect(entry.problem(range)).toBeUndefined();
    },
  );

  test.each([
    ['8.8.8.8', 'CIDR notation'],
    ['8.8.8.0/33', 'The prefix length is 1 to 32'],
    ['8.8.8.0/08', 'The prefix length is 1 to 32'],
    ['8.8.8.0/024', 'The prefix length is 1 to 32'],
    ['8.8.8.256/32', 'Each part is at most 255'],
    ['010.8.8.0/24', 'No leading zeros'],
    ['8.8.08.0/24', 'No leading zeros'],
    ['0.0.0.0/0', 'would allow every address'],
    ['::/0', 'would allow every address'],
    ['2600::/129', 'The prefix length is 1 to 128'],
    ['2600:::/24', 'CIDR notation'],
    ['8.8.8/24', 'CIDR notation'],
    ['example.com/24', 'CIDR notation'],
  ])('%s is refused', (range, message) => {
    expect(entry.problem(range)).toContain(message);
  });

  test.each([
    ['10.1.0.0/16', 'A private range'],
    ['172.31.255.0/24', 'A private range'],
    ['192.168.1.1/32', 'A private range'],
    ['100.64.0.0/10', 'Shared by carriers'],
    ['127.0.0.1/32', 'The own machine'],
    ['169.254.169.254/32', 'Link-local'],
    ['198.51.100.0/25', 'For documentation'],
    ['224.0.0.0/4', 'Multicast'],
    ['255.255.255.255/32', 'Reserved'],
    ['fd00::/8', 'A private range'],
    ['2001:db8:1::/48', 'For documentation'],
    ['::ffff:8.8.8.0/120', 'IPv4 addresses in another form'],
    ['8.8.8.8/24', 'This means 8.8.8.0/24'],
    ['2600:1f00::1/64', 'This means 2600:1f00::/64'],
    ['128.0.0.0/1', 'A very large range'],
    ['2000::/4', 'A very large range'],
  ])('%s deserves a second look', (range, message) => {
    expect(entry.problem(range)).toBeUndefined();
    expect(entry.caution(range)).toContain(message);
  });

  test.each(['8.8.8.0/24', '172.32.0.0/16', '100.128.0.0/10', '2600:1f00::/32'])(
    '%s does not',
    (range) => {
      expect(entry.caution(range)).toBeUndefined();
    },
  );
});

describe('IP ranges together', () => {
  test.each([
    [['0.0.0.0/1', '128.0.0.0/1']],
    [['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/3', '224.0.0.0/3']],
    [['0.0.0.1/1', '8.8.8.0/24', '200.0.0.0/1']],
    [['::/1', '8000::/1']],
    [['2000::/4', '3000::/4']],
  ])('%j hold every address', (entries) => {
    expect(problem(entries)).toContain('every address');
  });

  test.each([
    [[]],
    [['0.0.0.0/1']],
    [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '224.0.0.0/4']],
    [['8000::/1', '128.0.0.0/1']],
    [['2000::/4']],
  ])('%j do not', (entries) => {
    expect(problem(entries)).toBeUndefined();
  });
});
