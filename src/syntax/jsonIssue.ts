import type { TextRange } from './jsonRanges';
import type { TextEdit } from './textEdit';

/** What keeps a text from being JSON, in words for the person who pasted it. */
export const jsonIssueMessages = {
  'bad-escape': 'JSON does not know this escape sequence',
  'byte-order-mark': 'An invisible byte order mark stands here',
  comment: 'JSON has no comments',
  'control-character': 'A tab or control character in a text must be escaped',
  'duplicate-key': 'This key appears twice; the last one counts',
  empty: 'There is no JSON here',
  'extra-comma': 'There is one comma too many',
  'leading-text': 'This text does not belong to the JSON document',
  'line-break-in-string': 'A text must stand on one line',
  'missing-colon': 'A colon is missing after the key',
  'missing-comma': 'A comma is missing',
  'missing-value': 'A value is missing',
  'single-quote': 'JSON needs straight double quotes',
  'smart-quote': 'JSON needs straight double quotes; these are curly',
  'too-deep': 'The brackets are nested too deeply',
  'too-many-issues': 'This is too far from JSON',
  'trailing-comma': 'No comma may stand before a closing bracket',
  'trailing-text': 'This text does not belong to the JSON document',
  'unclosed-bracket': 'This bracket is never closed',
  'unclosed-string': 'The closing quote is missing',
  'unexpected-bracket': 'This bracket closes nothing',
  'unexpected-character': 'JSON has no such character here',
  'unquoted-key': 'A key needs double quotes',
  'unquoted-value': 'A text needs double quotes',
  'unusual-space': 'JSON does not know this kind of space',
  'wrong-literal': 'JSON spells this in lower case: true, false or null',
} as const;

export type JsonIssueCode = keyof typeof jsonIssueMessages;

export interface JsonIssue extends TextRange {
  readonly code: JsonIssueCode;
  readonly message: string;
  readonly repair?: TextEdit;
}
