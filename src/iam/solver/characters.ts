/**
 * The symbols that one step of a pattern takes. A symbol is one character or a symbolic value: a policy
 * variable of unknown value, written `${name}`.
 */
export interface CharacterClass {
  /** Two classes with the same id take the same symbols. */
  readonly id: string;
  readonly takes: (symbol: string) => boolean;
}

export const isSymbolic = (symbol: string): boolean => symbol.length > 1;

const characters = (id: string, takes: (character: string) => boolean): CharacterClass => ({
  id,
  takes: (symbol) => !isSymbolic(symbol) && takes(symbol),
});

/** `?`: any character, but no symbolic value, which may stand for several characters. */
export const anyCharacter = characters('any', () => true);
export const notColon = characters('not :', (character) => character !== ':');
export const digit = characters('0-9', (character) => character >= '0' && character <= '9');
export const lowerLetter = characters('a-z', (character) => character >= 'a' && character <= 'z');
export const wordCharacter = characters(
  'a-z0-9-',
  (character) => digit.takes(character) || lowerLetter.takes(character) || character === '-',
);
export const alphanumeric = characters(
  'A-Za-z0-9',
  (character) => digit.takes(character) || lowerLetter.takes(character.toLowerCase()),
);
/** Characters of the names and paths of roles and users. */
export const nameCharacter = characters(
  'A-Za-z0-9+=,.@_/-',
  (character) => alphanumeric.takes(character) || '+=,.@_/-'.includes(character),
);

/** Characters of an ARN in a request, which holds no wildcards. */
export const arnCharacter = characters('no wildcard', (character) => !'*?'.includes(character));

/** `*` as a loop: any character and any symbolic value. */
export const anything: CharacterClass = { id: 'all', takes: () => true };
/** `*` inside a part of an ARN: no symbolic value, because it could contain a colon. */
export const anythingButColon: CharacterClass = { ...notColon, id: 'all but :' };

const single = new Map<string, CharacterClass>();

/** Exactly this symbol. */
export function exactly(symbol: string): CharacterClass {
  const known = single.get(symbol);
  if (known) return known;
  const made = { id: `=${symbol}`, takes: (other: string) => other === symbol };
  if (single.size < 5_000) single.set(symbol, made);
  return made;
}

/** This character in either case. */
export function eitherCase(character: string): CharacterClass {
  const lower = character.toLowerCase();
  if (lower === character.toUpperCase()) return exactly(character);
  return { id: `~${lower}`, takes: (other) => other.toLowerCase() === lower };
}

const plausible = 'abcdefghijklmnopqrstuvwxyz0123456789-/_.:ABCDEFGHIJKLMNOPQRSTUVWXYZ=+@ ,~!§ü';

/**
 * An alphabet that is enough to decide: the named symbols, and one other character of every kind that
 * the character classes tell apart. Plausible characters come first, for readable examples.
 */
export function alphabetOf(named: Iterable<string>): readonly string[] {
  const symbols = new Set(named);
  const kinds = new Set<string>();
  const fresh: string[] = [];
  for (const character of plausible) {
    if (symbols.has(character)) continue;
    const kind = kindOf(character);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    fresh.push(character);
  }
  return [
    ...fresh.filter((character) => wordCharacter.takes(character)),
    ...symbols,
    ...fresh.filter((character) => !wordCharacter.takes(character)),
  ];
}

/** Characters of the same kind belong to the same character classes. */
function kindOf(character: string): string {
  if (lowerLetter.takes(character)) return 'lower';
  if (digit.takes(character)) return 'digit';
  if (alphanumeric.takes(character)) return 'upper';
  if (character === '-' || character === ':') return character;
  return nameCharacter.takes(character) ? 'name' : 'other';
}
