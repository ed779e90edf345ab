import { parseArn } from './arn';
import type { AnyPrincipal } from './parse';
import { compilePattern, patternMatches } from './pattern';
import type { Truth } from './truth';
import { isUnknownValue } from './unknownValue';

/** Who makes a request. */
export type RequestPrincipal =
  | { readonly kind: 'service'; readonly service: string }
  /** Any session of the role with this ARN. */
  | { readonly kind: 'role'; readonly arn: string }
  /** One session: `arn:aws:sts::111122223333:assumed-role/Role/session`. */
  | { readonly kind: 'assumedRole'; readonly arn: string }
  | { readonly kind: 'user'; readonly arn: string }
  /** The root user of an account. */
  | { readonly kind: 'account'; readonly account: string }
  /** Somebody signed in by an identity provider: its ARN, or the domain of a built-in one. */
  | { readonly kind: 'federated'; readonly provider: string }
  /** Someone of whom nothing is known. */
  | { readonly kind: 'anyone' };

/** `account`: the entry trusts the whole account, and the account's own policies decide. */
export type PrincipalMatch = Truth | 'account';

const accountId = /^\d{12}$/;
const accountRoot = /^arn:[^:]+:iam::(\d{12}):root$/;
const uniqueId = /^A[A-Z0-9]{15,}$/;

/** The 12 digits of a principal that stands for a whole account. */
export function accountOfPrincipal(value: string): string | undefined {
  if (accountId.test(value)) return value;
  return accountRoot.exec(value)?.[1];
}

/** `AROA…`, `AIDA…`: what an ARN in a saved policy turns into when its role or user is deleted. */
export function isUniqueId(value: string): boolean {
  return uniqueId.test(value);
}

/** Partition, account and name of the role that an ARN of a role or of a role session names. */
export function roleOfArn(text: string): string | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const [type, ...path] = arn.resource.split('/');
  const isRole = arn.service === 'iam' && type === 'role';
  const isSession = arn.service === 'sts' && type === 'assumed-role';
  const name = isRole ? path.at(-1) : isSession ? path[0] : undefined;
  // Role names are unique in an account whatever their case.
  return name && `${arn.partition}:${arn.account}:${name.toLowerCase()}`;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function principalMatches(entry: AnyPrincipal, requester: RequestPrincipal): PrincipalMatch {
  if (isUnknownValue(entry.value)) return unknownEntryMatches(entry, requester);
  switch (entry.kind) {
    case 'Anyone':
      return true;
    case 'Service':
      return requester.kind === 'service' && requester.service === entry.value;
    case 'Federated':
      return requester.kind === 'federated' && requester.provider === entry.value;
    case 'CanonicalUser':
      // A canonical user ID stands for an account, but only S3 knows for which.
      return requester.kind === 'service' || requester.kind === 'federated' ? false : 'unknown';
    case 'AWS':
      return awsPrincipalMatches(entry.value, requester);
  }
}

/** Matches an entry of which a part is filled in later: its literal parts must match. */
function unknownEntryMatches({ kind, value }: AnyPrincipal, requester: RequestPrincipal): Truth {
  const name = nameOf(kind, requester);
  if (name === undefined) return false;
  const isAccount = kind === 'AWS' && /^(?:\d*[\uE000${<].*|arn:[^/]*:root)$/.test(value);
  const matches = patternMatches(
    compilePattern(value, { wildcards: false, variables: false }),
    name,
    () => ({ state: 'absent' }),
  );
  return matches === false && !isAccount ? false : 'unknown';
}

/** How an entry of this kind would name the requester; undefined if it cannot. */
function nameOf(kind: AnyPrincipal['kind'], requester: RequestPrincipal): string | undefined {
  if (kind === 'Service') return requester.kind === 'service' ? requester.service : undefined;
  if (kind === 'Federated') return requester.kind === 'federated' ? requester.provider : undefined;
  if (kind !== 'AWS') return '';
  if (requester.kind === 'account') return requester.account;
  return 'arn' in requester ? requester.arn : undefined;
}

function awsPrincipalMatches(value: string, requester: RequestPrincipal): PrincipalMatch {
  if (value === '*') return true;
  if (requester.kind === 'service' || requester.kind === 'federated') return false;
  if (requester.kind === 'anyone') return false;
  const account = accountOfPrincipal(value);
  if (requester.kind === 'account') return account === requester.account;
  if (account !== undefined) return parseArn(requester.arn)?.account === account && 'account';
  // IAM refuses partial wildcards, and only IAM knows whose unique id this is.
  if (/[*?]/.test(value) || isUniqueId(value)) return 'unknown';
  if (value === requester.arn) return true;
  if (requester.kind === 'user') return false;
  const role = roleOfArn(value);
  if (role === undefined || role !== roleOfArn(requester.arn)) return false;
  if (requester.kind === 'assumedRole') return !value.includes(':sts:');
  // The requester is a role and the entry names a session of it, or a role of that name under another path.
  return value.includes(':sts:') ? 'unknown' : false;
}
