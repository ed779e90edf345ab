import { formatOperatorName, parseOperatorName } from './conditions/operators';
import type { AnyCondition, AnyStatement, PatternList, PrincipalList } from './parse';
import { accountOfPrincipal } from './principal';

/**
 * One text for all ways of writing the same statement: order, repetition, string or list, the case of
 * actions, operators and condition keys, and the Sid make no difference.
 */
export function canonicalStatement(statement: AnyStatement): string {
  return JSON.stringify([
    statement.effect?.value,
    canonicalPatterns(statement.action, (text) => text.toLowerCase()),
    canonicalPatterns(statement.resource, String),
    canonicalPrincipals(statement.principal),
    sorted(statement.conditions.map(canonicalCondition)),
  ]);
}

function canonicalPatterns(
  list: PatternList | undefined,
  spell: (text: string) => string,
): unknown {
  return list && [list.negated, sorted(list.entries.map(({ value }) => spell(value)))];
}

function canonicalPrincipals(list: PrincipalList | undefined): unknown {
  if (!list) return undefined;
  const entries = list.entries.map(({ kind, value }) => {
    if (kind === 'Anyone') return 'AWS *';
    return kind === 'AWS' ? `AWS ${accountOfPrincipal(value) ?? value}` : `${kind} ${value}`;
  });
  return [list.negated, sorted(entries)];
}

function canonicalCondition({ operator, key, values }: AnyCondition): string {
  const texts = sorted(values.map(({ value }) => value));
  return JSON.stringify([canonicalOperator(operator), key.toLowerCase(), texts]);
}

/** `ArnEquals` is `ArnLike` by another name; unknown operators stay as they are. */
function canonicalOperator(operator: string): string {
  const name = parseOperatorName(operator);
  if (!name) return operator;
  return formatOperatorName(name)
    .replace('ArnEquals', 'ArnLike')
    .replace('ArnNotEquals', 'ArnNotLike');
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

/** Equal for statements that mean the same. Only documents of version 2012-10-17 have policy variables. */
export const statementMeaning = (statement: AnyStatement, version: string | undefined): string =>
  `${version === '2012-10-17'}${canonicalStatement(statement)}`;
