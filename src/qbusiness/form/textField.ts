import type { CleanedText, Removed } from './pastedText';
import type { Placeholder } from '../placeholder';

/** One typed-in text: what it is called, how a paste is cleaned, and when it is accepted. */
export interface TextField {
  readonly label: string;
  /** One sentence on where the value comes from or what it does. */
  readonly help: string;
  /** A value of the right form, for helper text only. */
  readonly example: string;
  /** Stands in the documents while the value is missing. */
  readonly token: Placeholder;
  readonly maxLength?: number;
  readonly clean: (raw: string) => CleanedText;
  /** Why the cleaned, non-empty value is refused: a sentence that says what to do. */
  readonly problem: (value: string) => string | undefined;
  /** What is worth a second look in an accepted value. */
  readonly caution?: (value: string) => string | undefined;
}

/** Where a form value lives, in react-hook-form's dotted notation: `callers.lambda.functionName`. */
export type FieldPath = string;

export interface FieldIssue {
  readonly path: FieldPath;
  readonly label: string;
  readonly kind: 'missing' | 'invalid';
  readonly message: string;
}

export interface FieldCaution {
  readonly path: FieldPath;
  readonly label: string;
  readonly message: string;
}

/** The sentence under a field whose pasted value was cleaned. */
export const describeRemoved = (removed: readonly Removed[]): string | undefined =>
  removed.length === 0 ? undefined : `Taken out: ${removed.join(', ')}`;

/** The first character of `value` that `allowed` does not match, in words. */
export function strangeCharacter(value: string, allowed: RegExp): string | undefined {
  for (const character of value) {
    if (!allowed.test(character)) return nameCharacter(character);
  }
  return undefined;
}

function nameCharacter(character: string): string {
  if (character === ' ') return 'a space';
  const codePoint = character.codePointAt(0) ?? 0;
  const isVisible = codePoint > 0x20 && !(codePoint >= 0x7f && codePoint <= 0xa0);
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return isVisible ? `“${character}”` : code;
}
