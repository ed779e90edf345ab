/**
 * What one step of a pattern takes. A symbol is one character, or a letter: a policy variable whose
 * value nobody knows, written `${name}`.
 */
export interface CharacterClass {
  /** Two classes with the same id take the same symbols. */
  readonly id: string;
  readonly takes: (symbol: string) => boolean;
}

export const isLetter = (symbol: string): boolean => symbol.length > 1;

const characters = (id: string, takes: (character: string) => boolean): CharacterClass => ({
  id,
  takes: (symbol) => !isLetter(symbol) && takes(symbol),
});

/** `?`: any character, but no letter, which may stand for several characters. */
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
/** What stands in the names of roles and users and in their paths. */
export const nameCharacter = characters(
  'A-Za-z0-9+=,.@_/-',
  (character) => alphanumeric.takes(character) || '+=,.@_/-'.includes(character),
);

/** No ARN of a request holds a wildcard. */
export const arnCharacter = characters('no wildcard', (character) => !'*?'.includes(character));

/** `*` as a loop: any character and any letter. */
export const anything: CharacterClass = { id: 'all', takes: () => true };
/** `*` inside a part of an ARN. A letter could hold a colon. */
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
 * One symbol for everything that the named ones and the classes can tell apart, the plausible ones
 * first: the named ones, and one unnamed of every kind.
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

/** Characters of one kind are in the same classes, unless they are named. */
function kindOf(character: string): string {
  if (lowerLetter.takes(character)) return 'lower';
  if (digit.takes(character)) return 'digit';
  if (alphanumeric.takes(character)) return 'upper';
  if (character === '-' || character === ':') return character;
  return nameCharacter.takes(character) ? 'name' : 'other';
}
