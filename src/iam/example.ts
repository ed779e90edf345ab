import { arnParts, parseArn } from './arn';
import type { ConditionOperator } from './conditions/operator';
import { parseOperatorName } from './conditions/operators';
import type { RequestContext } from './context';
import { isEverything } from './match';
import type { AnyCondition, AnyPrincipal } from './parse';
import { compilePattern, exampleOf, parseVariable } from './pattern';
import { accountOfPrincipal, type RequestPrincipal } from './principal';

/** Stands for any text that no policy is likely to name. */
const standIn = 'zq7zq7zq7';
const standInAccount = '000000000000';
const unnamedArn = `arn:aws:${standIn}:us-east-1:${standInAccount}:${standIn}/${standIn}`;

/** Actions that a pattern reaches; for `*` ones that nobody names. */
export function exampleActions(pattern: string): readonly string[] {
  if (isEverything(pattern)) return [`${standIn}:${standIn}`, 'iam:PassRole'];
  const compiled = compilePattern(pattern, { wildcards: true, variables: false });
  return [...new Set([standIn, ''].map((text) => exampleOf(compiled, text)))];
}

/** ARNs that a pattern reaches, and `*` where the pattern reaches actions without resource. */
export function exampleResources(pattern: string, variables: boolean): readonly string[] {
  if (isEverything(pattern)) return [unnamedArn, '*'];
  const parts = arnParts(pattern);
  const padded =
    parts.length < 6 ? [...parts, ...Array.from({ length: 6 - parts.length }, () => '*')] : parts;
  const texts = padded.map((part, i) =>
    exampleOf(compilePattern(part, { wildcards: true, variables: variables && i === 5 }), standIn),
  );
  return [texts.join(':')];
}

export function examplePrincipals(entry: AnyPrincipal): readonly RequestPrincipal[] {
  const { kind, value } = entry;
  if (kind === 'Service') return [{ kind: 'service', service: value }];
  if (kind === 'Federated') return [{ kind: 'federated', provider: value }];
  if (kind === 'CanonicalUser') return [];
  if (kind === 'Anyone' || value === '*') return unnamedPrincipals;
  const account = accountOfPrincipal(value);
  if (account !== undefined)
    return [{ kind: 'user', arn: `arn:aws:iam::${account}:user/${standIn}` }];
  const resource = parseArn(value)?.resource ?? '';
  if (resource.startsWith('role/')) return [{ kind: 'role', arn: value }];
  if (resource.startsWith('user/')) return [{ kind: 'user', arn: value }];
  return resource.startsWith('assumed-role/') ? [{ kind: 'assumedRole', arn: value }] : [];
}

export const unnamedPrincipals: readonly RequestPrincipal[] = [
  { kind: 'anyone' },
  { kind: 'user', arn: `arn:aws:iam::${standInAccount}:user/${standIn}` },
  { kind: 'service', service: `${standIn}.amazonaws.com` },
];

type Keys = Record<string, string | readonly string[]>;

/**
 * Requests that may well meet the first conditions and miss the second: guesses, to be evaluated.
 * `texts` are searched for policy variables, which get a value.
 */
export function exampleContexts(
  met: readonly AnyCondition[],
  missed: readonly AnyCondition[],
  texts: readonly string[],
): readonly RequestContext[] {
  const variableKeys = texts
    .flatMap((text) => [...text.matchAll(/\$\{([^{}]*)\}/g)])
    .map((match) => parseVariable(match[1] ?? '').key)
    .filter((key) => key.includes(':'));
  const guesses: RequestContext[] = [];
  for (const missing of [0, 1, 2]) {
    for (const meeting of [0, 1, 2]) {
      const keys: Keys = {};
      for (const key of variableKeys) keys[key] = standIn;
      for (const condition of missed) setValue(keys, condition, missingValue(condition, missing));
      for (const condition of met) setValue(keys, condition, meetingValue(condition, meeting));
      guesses.push({ keys, otherKeys: 'absent' });
    }
  }
  for (const condition of met) {
    const limits = missed.filter(({ key }) => key.toLowerCase() === condition.key.toLowerCase());
    for (const { value } of limits.flatMap(({ values }) => values).slice(0, 4)) {
      const keys: Keys = { ...guesses[0]?.keys };
      setValue(keys, condition, value.split('/')[0]);
      guesses.push({ keys, otherKeys: 'absent' });
    }
  }
  return [...new Map(guesses.map((guess) => [JSON.stringify(guess), guess])).values()];
}

function setValue(keys: Keys, { operator, key }: AnyCondition, value: string | undefined): void {
  const known = Object.keys(keys).find((name) => name.toLowerCase() === key.toLowerCase());
  if (known !== undefined) delete keys[known];
  if (value === undefined) return;
  keys[key] = parseOperatorName(operator)?.setOperator === undefined ? value : [value];
}

/** A value that the condition takes; none if it takes a missing key. */
function meetingValue({ operator, values }: AnyCondition, attempt: number): string | undefined {
  const name = parseOperatorName(operator);
  const value = values[attempt % Math.max(1, values.length)]?.value ?? standIn;
  if (!name) return value;
  if (name.base === 'Null') return value.toLowerCase() === 'true' ? undefined : standIn;
  if (name.ifExists && attempt === 1) return undefined;
  if (name.base.negated) return attempt === 0 ? strangeValue(name.base, 0) : undefined;
  return likeValue(name.base, value, attempt);
}

function likeValue(
  { name, family, wildcards }: ConditionOperator,
  value: string,
  attempt: number,
): string {
  if (name.includes('LessThan'))
    return attempt === 0 && name.endsWith('Equals') ? value : low(family);
  if (name.includes('GreaterThan'))
    return attempt === 0 && name.endsWith('Equals') ? value : high(family);
  if (family === 'ip') return value.split('/')[0] ?? value;
  return exampleOf(
    compilePattern(value, { wildcards, variables: true }),
    attempt === 2 ? '' : standIn,
  );
}

/** A value that the condition does not take, or none. */
function missingValue({ operator }: AnyCondition, attempt: number): string | undefined {
  const name = parseOperatorName(operator);
  if (attempt === 0 || !name || name.base === 'Null') return attempt === 0 ? undefined : standIn;
  return strangeValue(name.base, attempt);
}

function strangeValue({ family }: ConditionOperator, attempt: number): string {
  if (family === 'arn') return unnamedArn;
  if (family === 'boolean') return attempt === 1 ? 'true' : 'false';
  if (family === 'numeric' || family === 'date') return attempt === 1 ? low(family) : high(family);
  if (family === 'ip') return attempt === 1 ? '192.0.2.77' : '2001:db8:ffff::77';
  return family === 'binary' ? 'AAAA' : standIn;
}

function low(family: ConditionOperator['family']): string {
  return family === 'date' ? '1971-01-01' : '-999999999999';
}

function high(family: ConditionOperator['family']): string {
  return family === 'date' ? '2971-01-01' : '999999999999';
}
