import { arnParts } from '../arn';
import type { Effect } from '../document';
import type { AnyPrincipal, AnyStatement, PrincipalList } from '../parse';
import { accountOfPrincipal, isUniqueId, roleOfArn } from '../principal';
import { isUnknownValue } from '../unknownValue';
import { eitherCase, nameCharacter } from './characters';
import { GlobBuilder } from './glob';
import {
  accountOfArn,
  anyPredicate,
  everyText,
  exactPredicate,
  noText,
  stringPredicate,
  unknownText,
} from './texts';
import { emptySet, textSet, type TextPredicate } from './textSet';

/** Whether a principal that is a whole account counts: the account's own policies must allow the request, too. */
export type AccountTrust = 'counts' | 'ignored';

export interface PrincipalQuestion {
  /** The kind of requester; the text that is looked for is its ARN. */
  readonly kind: 'role' | 'user';
  readonly accounts: AccountTrust;
}

/** The requesters to whom a statement applies, or those to whom it does not. */
export interface PrincipalText {
  readonly predicate: TextPredicate;
  readonly wanted: boolean;
}

export function principalText(
  { principal, effect }: AnyStatement,
  question: PrincipalQuestion,
): PrincipalText {
  if (!principal) return { predicate: unknownText, wanted: true };
  if (principal.negated) {
    return { predicate: exempted(principal, question, effect?.value), wanted: false };
  }
  const accounts = effect?.value === 'Deny' ? 'counts' : question.accounts;
  const { entries } = principal;
  // If the role itself is named, a session of it adds nothing: IAM has one role of a name in an account.
  const predicates = entries
    .filter(
      ({ value }) => !isSession(value) || !entries.some((other) => isRoleOf(other.value, value)),
    )
    .map((entry) => entryText(entry, { ...question, accounts }));
  return { predicate: anyPredicate(predicates), wanted: true };
}

function entryText(entry: AnyPrincipal, { kind, accounts }: PrincipalQuestion): TextPredicate {
  const { value } = entry;
  if (entry.kind === 'Anyone' || value === '*') return everyText;
  if (entry.kind === 'Service' || entry.kind === 'Federated') return noText;
  if (entry.kind === 'CanonicalUser') return unknownText;
  if (isUnknownValue(value)) {
    const isNamed = /^arn:[^/]*:(?:role|user|assumed-role)\//.test(value);
    return isNamed ? filledIn(value) : unknownText;
  }
  const account = accountOfPrincipal(value);
  if (account !== undefined) return accounts === 'counts' ? accountOfArn(account) : noText;
  if (!value.startsWith('arn:') || /[*?]/.test(value) || isUniqueId(value)) return unknownText;
  const exact = exactPredicate([value]);
  if (kind === 'user' || !value.includes(':sts:')) return exact;
  return anyPredicate([exact, rolesOfSession(value)]);
}

const isSession = (value: string): boolean => value.includes(':assumed-role/');

const isRoleOf = (role: string, session: string): boolean =>
  !isSession(role) && roleOfArn(role) !== undefined && roleOfArn(role) === roleOfArn(session);

const filledIn = (value: string): TextPredicate =>
  stringPredicate(
    [value],
    { wildcards: false, ignoreCase: false },
    { variables: false, choices: new Map() },
  );

/** Roles of which a trusted session may be one: whether a request is that session depends on its name. */
function rolesOfSession(session: string): TextPredicate {
  const [, partition = '', , , account = '', resource = ''] = arnParts(session);
  const name = resource.split('/')[1] ?? '';
  const ending = (builder: GlobBuilder) => {
    for (const character of name) builder.step(eitherCase(character));
    return builder.build(session);
  };
  const start = () => new GlobBuilder().text(`arn:${partition}:iam::${account}:role/`);
  const globs = [
    ending(start()),
    ending(start().step(nameCharacter).loop(nameCharacter).text('/')),
  ];
  return { sure: emptySet, possible: textSet(globs) };
}

/**
 * The requesters that a NotPrincipal exempts. A Deny that exempts a role or user but not its account may
 * deny the role or user as well.
 */
function exempted(
  { entries }: PrincipalList,
  { kind }: PrincipalQuestion,
  effect: Effect | undefined,
): TextPredicate {
  const accounts = new Set(entries.flatMap(({ value }) => accountOfPrincipal(value) ?? []));
  const named = entries.filter(({ value }) => accountOfPrincipal(value) === undefined);
  const surely = named.filter(
    ({ value }) => effect === 'Allow' || accounts.has(arnParts(value)[4] ?? ''),
  );
  const texts = (some: readonly AnyPrincipal[]) =>
    anyPredicate(some.map((entry) => entryText(entry, { kind, accounts: 'counts' })));
  return { sure: texts(surely).sure, possible: texts(entries).possible };
}
