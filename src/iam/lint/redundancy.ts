import { actionCovers, isWildcardText, resourceCovers } from '../match';
import type { AnyStatement, Located, PatternList } from '../parse';
import { canonicalStatement } from '../canonical';
import { nameInWords } from '../../words/names';
import { finding, type Finding, type Rule } from './rule';

/** A list that would need more comparisons of wildcards than this is only searched for equal entries. */
const comparisonLimit = 20_000;

export const redundancy: Rule = {
  codes: ['REDUNDANT_ACTION', 'REDUNDANT_RESOURCE', 'REDUNDANT_STATEMENT'],
  *check({ document }) {
    const variables = document.version?.value === '2012-10-17';
    for (const { action, resource } of document.statements) {
      yield* redundantEntries('REDUNDANT_ACTION', action, actionCovers);
      yield* redundantEntries('REDUNDANT_RESOURCE', resource, (wide, narrow) =>
        resourceCovers(wide, narrow, variables),
      );
    }
    yield* redundantStatements(document.statements);
  },
};

function* redundantEntries(
  code: 'REDUNDANT_ACTION' | 'REDUNDANT_RESOURCE',
  list: PatternList | undefined,
  covers: (wide: string, narrow: string) => boolean,
): Generator<Finding> {
  const entries = list?.entries ?? [];
  const key = code === 'REDUNDANT_ACTION' ? (text: string) => text.toLowerCase() : String;
  const seen = new Map<string, Located>();
  const wildcards = entries.filter(({ value }) => isWildcardText(value));
  const compare = wildcards.length * entries.length <= comparisonLimit;
  for (const entry of entries) {
    const equal = seen.get(key(entry.value));
    seen.set(key(entry.value), equal ?? entry);
    const wider = compare
      ? wildcards.find(({ value }) => key(value) !== key(entry.value) && covers(value, entry.value))
      : undefined;
    const reason = equal ?? wider;
    // Of two patterns that cover each other, only the later one is redundant.
    if (
      !reason ||
      (!equal && covers(entry.value, reason.value) && isBefore(entry, reason, entries))
    ) {
      continue;
    }
    yield finding(
      'suggestion',
      code,
      entry.at,
      `${reason.value} already covers ${nameInWords(entry.value)}.`,
      {
        title: `Remove ${nameInWords(entry.value)}`,
        edits: [{ kind: 'remove', at: entry.at }],
        grants: 'same',
      },
    );
  }
}

function isBefore(left: Located, right: Located, entries: readonly Located[]): boolean {
  return entries.indexOf(left) < entries.indexOf(right);
}

/** Statements that mean the same, whatever their Sid, the case of their names and their order. */
function* redundantStatements(statements: readonly AnyStatement[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const statement of statements) {
    if (!statement.understood || !statement.effect) continue;
    const meaning = canonicalStatement(statement);
    if (seen.has(meaning)) {
      yield finding(
        'suggestion',
        'REDUNDANT_STATEMENT',
        statement.at,
        'An earlier statement says the same.',
        {
          title: 'Remove the statement',
          edits: [{ kind: 'remove', at: statement.at }],
          grants: 'same',
        },
      );
    }
    seen.add(meaning);
  }
}
