/**
 * Why a character is not what it seems. `control`: a control character. `direction`: it changes the
 * direction in which its neighbours are shown. `invisible`: it has no width. `look-alike`: a letter or
 * digit that looks like another one.
 */
export type UnseenKind = 'control' | 'direction' | 'invisible' | 'look-alike';

/** A character that is not visible, or that looks like another one. */
export interface UnseenCharacter {
  /** In UTF-16 units. */
  readonly index: number;
  readonly character: string;
  readonly kind: UnseenKind;
}

/**
 * Control characters, except for tab, line feed and carriage return, whose effect is visible. U+2028 and
 * U+2029 are among them because they end lines in some programs and not in others.
 */
const control = /[^\P{Cc}\t\n\r]|[\u2028\u2029]/u;

/** @see https://www.unicode.org/reports/tr9/ (explicit directional formatting characters) */
const direction = /\p{Bidi_Control}/u;

/** Half a surrogate pair and noncharacters are among them: both are written to files as U+FFFD. */
const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

const unseen = new RegExp(`${control.source}|${direction.source}|${invisible.source}`, 'gu');

function kindOf(character: string): UnseenKind {
  if (control.test(character)) return 'control';
  return direction.test(character) ? 'direction' : 'invisible';
}

/** Cyrillic and Greek letters with the shape of a Latin one. */
const homoglyphs = /^[АВЕЅІЈКМНОРСТУХѴаеѕіјорсухԁһӏԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνυϳ]$/u;

const foreignLetter =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** Whether a character looks like one of ASCII: full-width digits and letters, and other kinds of space. */
function standsForAscii(character: string): boolean {
  return character > '\u007F' && /^[!-~ ]$/.test(character.normalize('NFKC'));
}

/** Letters of another script inside a Latin word, or a whole word of letters that have Latin twins. */
function* lookAlikesIn(text: string): Generator<UnseenCharacter> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!/[^ -~]/.test(word)) continue;
    const letters = Array.from(word);
    const isForeign = letters.every((letter) => homoglyphs.test(letter) || !/\p{L}/u.test(letter));
    const suspects = isForeign || /\p{Script=Latin}/u.test(word) ? foreignLetter : undefined;
    let at = index;
    for (const character of letters) {
      if (suspects?.test(character)) yield { index: at, character, kind: 'look-alike' };
      at += character.length;
    }
  }
}

/**
 * Every character of the text that is shown as nothing, as another one or in another place.
 * Works on texts of any length, in time that grows with it.
 */
export function unseenCharacters(text: string): readonly UnseenCharacter[] {
  const hidden = Array.from(text.matchAll(unseen), ({ 0: character, index }) => ({
    index,
    character,
    kind: kindOf(character),
  }));
  const shaped = Array.from(text.matchAll(/[^ -~]/gu))
    .filter(({ 0: character }) => standsForAscii(character))
    .map(({ 0: character, index }) => ({ index, character, kind: 'look-alike' as const }));
  return [...hidden, ...shaped, ...lookAlikesIn(text)].toSorted((a, b) => a.index - b.index);
}

/**
 * The text without what cannot be seen in it: control, direction and invisible characters. Look-alikes
 * stay, because nobody knows which letter was meant; show them with {@link unseenCharacters}.
 */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** `U+202E` and the like, to name a character that cannot be shown. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const writtenOut = (character: string): string => `⟨${codePointName(character)}⟩`;

/** The text with each unseen character written out: `4444⟨U+202E⟩5555`. */
export function showUnseen(text: string): string {
  return text.replace(unseen, writtenOut);
}

/** The beginning of a longer text, without half a character at its end. */
export const cutText = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** Characters of a word, and of a line, that are shown. */
const mostOfWord = 300;
const mostOfLine = 2_000;

/**
 * A text from somebody else as part of a line for people: unseen characters and line breaks are written
 * out, and long texts are cut.
 */
export function showInLine(text: string): string {
  const short = text.replace(/\S{300,}/g, (word) =>
    word.length > mostOfWord ? `${cutText(word, mostOfWord)}…` : word,
  );
  const line = short.length > mostOfLine ? `${cutText(short, mostOfLine)}…` : short;
  return showUnseen(line).replace(/[\t\r\n]/g, writtenOut);
}

/** The JSON text with unseen characters in strings escaped, which does not change its value. */
export const escapeUnseen = (json: string): string =>
  json.replace(unseen, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
