import type { HttpsUrl } from './document';

/** A limit that IAM or STS enforces. */
export interface Quota {
  readonly minimum: number;
  readonly maximum: number;
  /** What the text must match; absent: anything of that length. */
  readonly pattern?: RegExp;
  /** The pattern in words. */
  readonly allows?: string;
  /** The highest value that a quota increase can reach. */
  readonly adjustableTo?: number;
  readonly source: HttpsUrl;
  /** The day on which the source was read, ISO 8601. */
  readonly asOf: string;
}

const asOf = '2026-11-23';
const iamQuotas =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html' as const;
const createRole =
  'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html' as const;
const createPolicy =
  'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html' as const;
const assumeRole =
  'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html' as const;
const tag = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html' as const;

const nameCharacters = /^[A-Za-z0-9_+=,.@-]+$/;
const nameAllows = 'letters, digits and _ + = , . @ -';

/** Sizes of policies are in characters without white space (see `policySize`), other texts in characters. */
export const quotas = {
  inlinePoliciesOfRole: { minimum: 1, maximum: 10_240, source: iamQuotas, asOf },
  managedPolicy: { minimum: 1, maximum: 6_144, source: iamQuotas, asOf },
  trustPolicy: { minimum: 1, maximum: 2_048, adjustableTo: 8_192, source: iamQuotas, asOf },
  /** The API parameter that holds a document: characters, white space included. */
  policyDocument: {
    minimum: 1,
    maximum: 131_072,
    pattern: /^[\t\n\r\u0020-\u00FF]+$/,
    allows: 'tab, line feed, carriage return and the characters from space to ÿ',
    source: createRole,
    asOf,
  },
  roleName: {
    minimum: 1,
    maximum: 64,
    pattern: nameCharacters,
    allows: nameAllows,
    source: createRole,
    asOf,
  },
  policyName: {
    minimum: 1,
    maximum: 128,
    pattern: nameCharacters,
    allows: nameAllows,
    source: createPolicy,
    asOf,
  },
  rolePath: {
    minimum: 1,
    maximum: 512,
    pattern: /^(?:\/|\/[\u0021-\u007E]+\/)$/,
    allows: 'a slash, or text without spaces between two slashes',
    source: createRole,
    asOf,
  },
  policyPath: {
    minimum: 1,
    maximum: 512,
    pattern: /^(?:\/[A-Za-z0-9.,+@=_-]+)*\/$/,
    allows: 'letters, digits and . , + @ = _ - between slashes',
    source: createPolicy,
    asOf,
  },
  /** Characters of both together; with more, the console's Switch Role cannot be used. */
  rolePathAndName: { minimum: 2, maximum: 64, source: iamQuotas, asOf },
  roleDescription: {
    minimum: 0,
    maximum: 1_000,
    pattern: /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/,
    allows: 'Latin-1 characters: no curly quotes, no long dashes',
    source: createRole,
    asOf,
  },
  policyDescription: { minimum: 0, maximum: 1_000, source: createPolicy, asOf },
  tags: { minimum: 0, maximum: 50, source: iamQuotas, asOf },
  tagKey: {
    minimum: 1,
    maximum: 128,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
    allows: 'letters, spaces, digits and _ . : / = + - @',
    source: tag,
    asOf,
  },
  tagValue: {
    minimum: 0,
    maximum: 256,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
    allows: 'letters, spaces, digits and _ . : / = + - @',
    source: tag,
    asOf,
  },
  /** Seconds. */
  maxSessionDuration: { minimum: 3_600, maximum: 43_200, source: createRole, asOf },
  /** Seconds. */
  chainedSessionDuration: { minimum: 900, maximum: 3_600, source: assumeRole, asOf },
  roleSessionName: {
    minimum: 2,
    maximum: 64,
    pattern: /^[A-Za-z0-9_+=,.@-]*$/,
    allows: nameAllows,
    source: assumeRole,
    asOf,
  },
  externalId: {
    minimum: 2,
    maximum: 1_224,
    pattern: /^[A-Za-z0-9_+=,.@:/-]*$/,
    allows: 'letters, digits and _ + = , . @ : / -',
    source: assumeRole,
    asOf,
  },
  rolesOfAccount: { minimum: 0, maximum: 1_000, source: iamQuotas, asOf },
  versionsOfManagedPolicy: { minimum: 1, maximum: 5, source: iamQuotas, asOf },
  managedPoliciesOfAccount: { minimum: 0, maximum: 1_500, source: iamQuotas, asOf },
  managedPoliciesOfRole: { minimum: 0, maximum: 10, adjustableTo: 25, source: iamQuotas, asOf },
} as const satisfies Readonly<Record<string, Quota>>;

/**
 * The characters that count against a policy quota: AWS leaves white space out. Spaces inside strings
 * are counted, because AWS does not say that they are not. Text need not be valid JSON.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function policySize(policy: string | object): number {
  if (typeof policy === 'object') return JSON.stringify(policy).length;
  let size = 0;
  let inString = false;
  for (let i = 0; i < policy.length; i += 1) {
    const character = policy[i];
    if (inString && character === '\\' && i + 1 < policy.length) {
      size += 1;
      i += 1;
    } else if (character === '"') {
      inString = !inString;
    } else if (
      !inString &&
      (character === ' ' || character === '\n' || character === '\t' || character === '\r')
    ) {
      continue;
    }
    size += 1;
  }
  return size;
}
