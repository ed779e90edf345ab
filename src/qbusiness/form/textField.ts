import { codePointName } from '../../iam/unseenCharacters';
import { MAX_TEXT_LENGTH } from '../textLimits';
import { showNumber } from '../../words/counts';
import type { CleanedText, Removed } from './pastedText';
import type { Placeholder } from '../placeholder';

/** Accepted values of other fields, for the rules of one field; undefined while missing or refused. */
export interface FieldContext {
  readonly partition?: string | undefined;
  readonly region?: string | undefined;
  readonly accountId?: string | undefined;
  /** How many applications share the role. */
  readonly applications?: number;
  readonly webExperienceId?: string | undefined;
  /** Whether CloudFormation and the CDK create a web experience. */
  readonly includeWebExperience?: boolean;
  /** The chosen caller's values as typed. */
  readonly callerValues?: Readonly<Record<string, string>>;
}

/** One typed-in text: what it is called, how a paste is cleaned, and when it is accepted. */
export interface TextField {
  readonly label: string;
  /** One sentence on where the value comes from or what it does; may be empty. */
  readonly help: string;
  /** A value of the right form, for helper text only. */
  readonly example: string;
  /** Stands in the documents while the value is missing. */
  readonly token: Placeholder;
  /** Characters. */
  readonly maxLength: number;
  readonly clean: (raw: string) => CleanedText;
  /** Why the cleaned, non-empty value is refused: a sentence that says what to do. */
  readonly problem: (value: string) => string | undefined;
  /** What is worth a second look in an accepted value. */
  readonly caution?: (value: string, context: FieldContext) => string | undefined;
  /** Why a value without a problem of its own does not fit the rest of the form. */
  readonly conflict?: (value: string, context: FieldContext) => string | undefined;
  /** The part of an accepted value that the documents need, where people paste more than that. */
  readonly reduce?: (value: string, context: FieldContext) => string;
}

/**
 * A text field that refuses texts longer than any value (`MAX_TEXT_LENGTH`) before its own rules read
 * them, so that no text makes them slow.
 */
export const defineTextField = <const F extends TextField>(field: F): F => ({
  ...field,
  clean: (raw) => (raw.length > MAX_TEXT_LENGTH ? { text: raw, removed: [] } : field.clean(raw)),
  problem: (value) =>
    value.length > MAX_TEXT_LENGTH ? tooLong(field.maxLength, value) : field.problem(value),
});

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

export const tooLong = (limit: number, value: string): string =>
  `At most ${showNumber(limit)} characters: this has ${showNumber(value.length)}`;

/** The first character of `value` that `allowed` does not match, in words. */
export function strangeCharacter(value: string, allowed: RegExp): string | undefined {
  for (const character of value) {
    if (!allowed.test(character)) return nameCharacter(character);
  }
  return undefined;
}

/** Why a text with other characters than the allowed ones, which the words list, is refused. */
export function charactersProblem(
  value: string,
  allowed: RegExp,
  words: string,
): string | undefined {
  const strange = strangeCharacter(value, allowed);
  return strange && `${words}; ${strange} is not allowed`;
}

/** The same, with a maximum length. */
export const lengthOrCharactersProblem = (
  value: string,
  maxLength: number,
  allowed: RegExp,
  words: string,
): string | undefined =>
  value.length > maxLength ? tooLong(maxLength, value) : charactersProblem(value, allowed, words);

/** A name for a character that shows which one it is: `a tab`, `“é” (U+00E9)`. */
export function nameCharacter(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '\t') return 'a tab';
  if (character === '\n' || character === '\r') return 'a line break';
  if (/^[!-~]$/.test(character)) return `“${character}”`;
  const code = codePointName(character);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” (${code})` : code;
}
