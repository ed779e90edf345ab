import type { Token, TokenKind } from './highlight';

/** A stretch of one line; columns start at 1, the end is exclusive. */
export interface LinePart<Label> {
  readonly startColumn: number;
  readonly endColumn: number;
  readonly label: Label;
}

export interface Piece<Label> {
  readonly start: number;
  readonly text: string;
  readonly kind: TokenKind | undefined;
  readonly labels: readonly Label[];
}

/** Cuts a line at the borders of its tokens, at those of the labelled parts, and at further offsets. */
export function cutLine<Label>(
  line: string,
  tokens: readonly Token[],
  parts: readonly LinePart<Label>[],
  more: readonly number[] = [],
): readonly Piece<Label>[] {
  const cuts = new Set([0, line.length, ...more]);
  for (const token of tokens) cuts.add(token.start);
  for (const part of parts) {
    cuts.add(Math.min(part.startColumn - 1, line.length));
    cuts.add(Math.min(part.endColumn - 1, line.length));
  }
  const offsets = [...cuts].sort((a, b) => a - b);
  return offsets.slice(0, -1).map((start, index) => ({
    start,
    text: line.slice(start, offsets[index + 1]),
    kind: tokens.findLast((token) => token.start <= start)?.kind,
    labels: parts
      .filter((part) => part.startColumn - 1 <= start && start < part.endColumn - 1)
      .map((part) => part.label),
  }));
}
