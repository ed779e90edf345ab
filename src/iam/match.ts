import { arnParts } from './arn';
import {
  compilePattern,
  covers,
  foldCase,
  isWildcard,
  matchesText,
  patternMatches,
  type VariableValue,
} from './pattern';
import { memoize } from './memoize';
import { allOf, type Truth } from './truth';
import { isUnknownValue } from './unknownValue';

export type LookUpVariable = (key: string) => VariableValue;

const wildcards = { wildcards: true, variables: false };
const wellFormedAction = /^[a-z0-9-]+:[^:\s]+$/;

/** Whether the text is `*`, or several of them. */
export function isEverything(text: string): boolean {
  return /^\*+$/.test(text);
}

/** Whether IAM would accept the pattern: `*`, `service:operation`, or a text that is filled in later. */
export function isKnownAction(pattern: string): boolean {
  return (
    isEverything(pattern) || isUnknownValue(pattern) || wellFormedAction.test(pattern.toLowerCase())
  );
}

/**
 * Case does not matter. A text that is neither `*` nor `service:operation` is no action: not decided.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionMatches(pattern: string, action: string): Truth {
  return actionMatcher(pattern)(action.toLowerCase());
}

const actionMatcher = memoize((pattern): ((action: string) => Truth) => {
  if (isEverything(pattern)) return () => true;
  // IAM refuses a wildcard before the colon, so AWS does not say what it would match.
  if (!isKnownAction(pattern)) return () => 'unknown';
  const compiled = foldCase(compilePattern(pattern, wildcards));
  if (compiled.every((token) => typeof token === 'string')) {
    const name = compiled.join('');
    return (action) => action === name;
  }
  return (action) => patternMatches(compiled, action, noVariables);
});

/**
 * The six parts of a `Resource` value. An incomplete ARN is completed with `*`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html#arns-paths-wildcards
 */
export function resourceParts(pattern: string): readonly string[] {
  const parts = arnParts(pattern);
  return parts.length < 6
    ? [...parts, ...Array.from({ length: 6 - parts.length }, () => '*')]
    : parts;
}

const plausibleRegion = /^(?:|[a-z]{2,4}(?:-[a-z]+)+-\d|[^*?$\uE000{<\n]*[*?$\uE000{<].*)$/;
const plausibleAccount = /^(?:|aws|[\d*?]+|[^$\uE000{<\n]*[$\uE000{<].*)$/;

/**
 * Whether a wildcard of the pattern could only match anything by reaching beyond its colon, because the
 * part in the place of the Region or the account can be neither.
 */
export function mayCrossColons(parts: readonly string[]): boolean {
  const [, , , region = '', account = ''] = parts;
  const isMisplaced = !plausibleRegion.test(region) || !plausibleAccount.test(account);
  return isMisplaced && parts.slice(0, 5).some((part) => part.endsWith('*'));
}

/** Whether a policy variable stands before the last part of the ARN, where AWS has none. */
export function hasEarlyVariable(parts: readonly string[]): boolean {
  return parts.slice(0, 5).some((part) => part.includes('${'));
}

/**
 * Matches the `Resource` element against one ARN, or against `*` for an action that takes no resource.
 * Each of the six parts is matched separately. Where a `*` at the end of a part must reach beyond its
 * colon to match, it is not decided: AWS says that it can.
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
  const { parts, compiled, isEarly } = (lookUp ? withVariables : withoutVariables)(pattern);
  const given = arnParts(resource);
  if (parts[0] !== 'arn' || given.length < 6) return 'unknown';
  const variables = isEarly ? unknownVariables : (lookUp ?? noVariables);
  const inParts = allOf(compiled.map((part, i) => patternMatches(part, given[i] ?? '', variables)));
  if (inParts !== false || !mayCrossColons(parts)) return inParts;
  return matchesText(compilePattern(parts.join(':'), wildcards), resource) ? 'unknown' : false;
}

function compileResource(pattern: string, variables: boolean) {
  const parts = resourceParts(pattern);
  return {
    parts,
    compiled: parts.map((part) => compilePattern(part, { wildcards: true, variables })),
    isEarly: variables && hasEarlyVariable(parts),
  };
}

const withVariables = memoize((pattern) => compileResource(pattern, true));
const withoutVariables = memoize((pattern) => compileResource(pattern, false));

const unknownVariables: LookUpVariable = () => ({ state: 'unknown' });
const noVariables: LookUpVariable = () => ({ state: 'absent' });

/**
 * Whether a `Resource` value surely reaches all that another one reaches.
 * ARNs are compared part by part; texts that are no ARNs only cover themselves.
 */
export function resourceCovers(general: string, specific: string, variables: boolean): boolean {
  if (general === specific || isEverything(general)) return true;
  const wide = resourceParts(general);
  const narrow = resourceParts(specific);
  if (wide[0] !== 'arn' || narrow[0] !== 'arn') return false;
  const options = { wildcards: true, variables };
  return wide.every((part, i) =>
    covers(compilePattern(part, options), compilePattern(narrow[i] ?? '', options)),
  );
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
