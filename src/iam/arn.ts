/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services. */
  readonly region: string;
  /** Empty for resources that no account owns, such as S3 buckets. */
  readonly account: string;
  /** May hold colons and slashes. */
  readonly resource: string;
}

export const partitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
] as const;
export type Partition = (typeof partitions)[number];

const partitionsByRegionPrefix: readonly (readonly [prefix: RegExp, partition: Partition])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^eusc-/, 'aws-eusc'],
  [/^[a-z]+-iso-/, 'aws-iso'],
  [/^[a-z]+-isob-/, 'aws-iso-b'],
  [/^[a-z]+-isoe-/, 'aws-iso-e'],
  [/^[a-z]+-isof-/, 'aws-iso-f'],
];

/** A Region lies in exactly one partition, and its name says which. */
export function partitionOfRegion(region: string): Partition {
  return partitionsByRegionPrefix.find(([prefix]) => prefix.test(region))?.[1] ?? 'aws';
}

/**
 * Splits at the first five colons, but not inside `${…}`: the names of policy variables hold colons.
 * The parts may hold wildcards. Undefined if the text does not start with `arn:` or has fewer parts.
 */
export function parseArn(text: string): Arn | undefined {
  const parts = arnParts(text);
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
  return { partition, service, region, account, resource };
}

/** One to six parts, cut at colons outside `${…}` and outside the marks of an unknown part. */
export function arnParts(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length && parts.length < 5; i += 1) {
    if (text[i] === ':') {
      parts.push(text.slice(start, i));
      start = i + 1;
    } else if (text[i] === '\uE000') {
      const close = text.indexOf('\uE001', i);
      if (close === -1) break;
      i = close;
    } else if (text[i] === '$' && text[i + 1] === '{') {
      const close = text.indexOf('}', i);
      if (close === -1) break;
      i = close;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
