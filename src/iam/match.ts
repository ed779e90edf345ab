import { arnParts } from './arn';
import {
  compilePattern,
  covers,
  isWildcard,
  matchesText,
  resolveVariables,
  type VariableValue,
} from './pattern';
import { allOf, type Truth } from './truth';

export type LookUpVariable = (key: string) => VariableValue;

const wildcards = { wildcards: true, variables: false };
const wellFormedAction = /^[a-z0-9-]+:[^:\s]+$/;

/** `*`, or several of them. */
export function isEverything(text: string): boolean {
  return /^\*+$/.test(text);
}

/**
 * Case does not matter. A text that is neither `*` nor `service:operation` is no action: not decided.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionMatches(pattern: string, action: string): Truth {
  if (pattern === action || isEverything(pattern)) return true;
  const lower = pattern.toLowerCase();
  // A wildcard before the colon cannot be saved in IAM, so what it would match is nobody's promise.
  if (!wellFormedAction.test(lower)) return 'unknown';
  return matchesText(compilePattern(lower, wildcards), action.toLowerCase());
}

/**
 * Matches the `Resource` element against one ARN, or against `*` for an action that takes no resource.
 * Each of the six parts is matched separately; a `*` at the end of a part may reach beyond its colon,
 * and a wildcard in the resource type is not allowed, so both are not decided where they make the match.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html#arns-paths-wildcards
 */
export function resourceMatches(
  pattern: string,
  resource: string,
  lookUp: LookUpVariable | undefined,
): Truth {
  if (isEverything(pattern)) return true;
  if (resource === '*') return false;
  const options = { wildcards: true, variables: lookUp !== undefined };
  const parts = arnParts(pattern);
  const given = arnParts(resource);
  if (parts[0] !== 'arn' || given.length < 6) return 'unknown';
  if (parts.length < 6) {
    // `arn:aws:s3*` and the like: IAM takes a short ARN only if it ends with a wildcard.
    if (!pattern.endsWith('*')) return 'unknown';
    return matchesText(compilePattern(pattern, { ...options, variables: false }), resource);
  }
  if (lookUp !== undefined && parts.slice(0, 5).some((part) => part.includes('${'))) {
    return 'unknown';
  }
  const truths: Truth[] = [];
  for (const [i, part] of parts.entries()) {
    const resolved = resolveVariables(compilePattern(part, options), lookUp ?? noVariables);
    if (resolved.state === 'unknown') {
      truths.push('unknown');
    } else if (resolved.state === 'absent') {
      return false;
    } else {
      truths.push(matchesText(resolved.pattern, given[i] ?? ''));
    }
  }
  const inParts = allOf(truths);
  if (inParts === false) {
    const reaches = parts.slice(0, 5).some((part) => part.endsWith('*'));
    const crosses = reaches && matchesText(compilePattern(pattern, wildcards), resource);
    return crosses ? 'unknown' : false;
  }
  if (inParts === true && wildcardInResourceType(parts, given)) return 'unknown';
  return inParts;
}

function wildcardInResourceType(parts: readonly string[], given: readonly string[]): boolean {
  const [, , service, region, account, resource = ''] = parts;
  if (isEverything(resource)) return false;
  if (service === 's3' && region === '' && account === '') return false;
  if (!/[:/]/.test(given[5] ?? '')) return false;
  const type = resource.split(/[:/]/)[0] ?? '';
  return /[*?]/.test(type);
}

/** True if a variable of the text has no value in the request. */
export function hasAbsentVariable(pattern: string, lookUp: LookUpVariable): boolean {
  const compiled = compilePattern(pattern, { wildcards: true, variables: true });
  return resolveVariables(compiled, lookUp).state === 'absent';
}

const noVariables: LookUpVariable = () => ({ state: 'absent' });

/**
 * Whether a `Resource` value surely reaches all that another one reaches.
 * ARNs are compared part by part; texts that are no ARNs only cover themselves.
 */
export function resourceCovers(general: string, specific: string, variables: boolean): boolean {
  if (general === specific || isEverything(general)) return true;
  const wide = arnParts(general);
  const narrow = arnParts(specific);
  if (wide.length < 6 || narrow.length < 6 || wide[0] !== 'arn') return false;
  if (wildcardTypePattern(wide) && !sameType(wide, narrow)) return false;
  const options = { wildcards: true, variables };
  return wide.every((part, i) =>
    covers(compilePattern(part, options), compilePattern(narrow[i] ?? '', options)),
  );
}

function wildcardTypePattern(parts: readonly string[]): boolean {
  const resource = parts[5] ?? '';
  return !isEverything(resource) && /[*?]/.test(typeOf(parts));
}

function typeOf(parts: readonly string[]): string {
  return (parts[5] ?? '').split(/[:/]/)[0] ?? '';
}

function sameType(left: readonly string[], right: readonly string[]): boolean {
  return typeOf(left) === typeOf(right) || (left[2] === 's3' && left[4] === '');
}

/** Whether an action pattern surely reaches all that another one reaches. */
export function actionCovers(general: string, specific: string): boolean {
  const wide = general.toLowerCase();
  const narrow = specific.toLowerCase();
  if (wide === narrow || isEverything(wide)) return true;
  if (!wellFormedAction.test(wide) || !wellFormedAction.test(narrow)) return false;
  return covers(compilePattern(wide, wildcards), compilePattern(narrow, wildcards));
}

export function isWildcardText(text: string): boolean {
  return isWildcard(compilePattern(text, wildcards));
}
