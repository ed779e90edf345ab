import { Fragment, memo, useEffect, useRef, useState } from 'react';
import { indentClass } from './CodeSurface';
import { tokenizeLines, type CodeLanguage, type TokenizedLine } from './highlight';
import { changedRanges } from './lineChanges';
import { lineBreaks } from './lineBreaks';
import { cutLine, type LinePart, type Piece } from './lineParts';
import type { Marker } from './marker';
import type { PlaceholderLinks } from './placeholderLinks';
import type { LineRange, EditorRange } from './textRange';
import { useGrammar } from './useGrammar';

export interface PlainCodeProps {
  readonly language: CodeLanguage;
  readonly text: string;
  readonly label: string;
  readonly isWrapped: boolean;
  readonly placeholders?: PlaceholderLinks | undefined;
  readonly marks?: readonly LineRange[] | undefined;
  readonly markers?: readonly Marker[] | undefined;
}

/** Characters; a longer text is not coloured, because the plain view renders every line. */
const longestColoured = 300_000;

/** Highlighted text without an editor, for the prerendered page and for phones. */
export const PlainCode = memo(function PlainCode({
  text,
  label,
  isWrapped,
  marks = noMarks,
  ...rest
}: PlainCodeProps) {
  const grammar = useGrammar(rest.language);
  const changes = useChanges(text);
  const scroll = useRef<HTMLDivElement>(null);
  const marked = marks[0]?.startLine;
  useEffect(() => {
    const line = marked === undefined ? undefined : scroll.current?.querySelector('.code-mark');
    if (scroll.current && line instanceof HTMLElement) revealLine(scroll.current, line);
  }, [marked]);

  const lines = text.split('\n');
  const tokenized =
    text.length > longestColoured
      ? lines.map((): TokenizedLine => uncoloured)
      : tokenizeLines(grammar, lines);
  const labels = labelsPerLine(lines.length, changes.ranges, rest.markers ?? []);
  return (
    <div
      className={isWrapped ? 'code-scroll code-wrap' : 'code-scroll'}
      role="group"
      aria-label={label}
      // A region that scrolls is reachable from the keyboard: WCAG 2.1.1.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      ref={scroll}
    >
      <pre>
        <code>
          {lines.map((line, index) => (
            <CodeLine
              key={index}
              line={line}
              tokens={tokenized[index] ?? uncoloured}
              labels={labels.get(index + 1) ?? noLabels}
              edition={labels.has(index + 1) ? changes.edition : 0}
              isMarked={marks.some((mark) => mark.startLine <= index + 1 && index < mark.endLine)}
              isWrapped={isWrapped}
              isLast={index === lines.length - 1}
              placeholders={rest.placeholders}
            />
          ))}
        </code>
      </pre>
    </div>
  );
});

const uncoloured: TokenizedLine = { tokens: [], end: 'root' };
const noMarks: readonly LineRange[] = [];
const noLabels: readonly LinePart<string>[] = [];

/** The ranges that the latest change of the text inserted or replaced. */
function useChanges(text: string) {
  const [shown, setShown] = useState<{
    text: string;
    ranges: readonly EditorRange[];
    edition: number;
  }>({ text, ranges: [], edition: 0 });
  if (shown.text === text) return shown;
  const current = { text, ranges: changedRanges(shown.text, text), edition: shown.edition + 1 };
  setShown(current);
  return current;
}

function labelsPerLine(
  lineCount: number,
  changes: readonly EditorRange[],
  markers: readonly Marker[],
): ReadonlyMap<number, readonly LinePart<string>[]> {
  const labels = new Map<number, LinePart<string>[]>();
  const add = (range: EditorRange, label: string) => {
    for (let line = range.startLine; line <= Math.min(range.endLine, lineCount); line++) {
      const part = {
        startColumn: line === range.startLine ? range.startColumn : 1,
        endColumn: line === range.endLine ? range.endColumn : Number.MAX_SAFE_INTEGER,
        label,
      };
      const parts = labels.get(line);
      if (parts) parts.push(part);
      else labels.set(line, [part]);
    }
  };
  for (const range of changes) add(range, 'code-changed');
  for (const marker of markers) add(marker, `code-${marker.severity}`);
  return labels;
}

interface CodeLineProps {
  readonly line: string;
  readonly tokens: TokenizedLine;
  readonly labels: readonly LinePart<string>[];
  /** A new number restarts the animation of the change marks. */
  readonly edition: number;
  readonly isMarked: boolean;
  readonly isWrapped: boolean;
  readonly isLast: boolean;
  readonly placeholders: PlaceholderLinks | undefined;
}

const CodeLine = memo(function CodeLine({ line, tokens, labels, edition, ...rest }: CodeLineProps) {
  const className = ['code-line'];
  const indent = indentClass(line.search(/[^ ]/));
  if (indent !== undefined) className.push(indent);
  if (rest.isMarked) className.push('code-mark');
  if (rest.isLast && line === '') className.push('code-end');
  const newLine = rest.isLast ? '' : '\n';
  const breaks = rest.isWrapped && line.length > shortest ? lineBreaks(line) : [];
  const pieces = cutLine(line, tokens.tokens, labels, breaks);
  const draw = (drawn: readonly Piece<string>[]) =>
    drawn.map((piece) => (
      <CodePiece
        key={piece.labels.length > 0 ? `${edition}:${piece.start}` : piece.start}
        piece={piece}
        placeholders={rest.placeholders}
      />
    ));
  return (
    <span className={className.join(' ')}>
      {breaks.length === 0
        ? draw(pieces)
        : [...breaks, line.length].map((end, index) => {
            const start = breaks[index - 1] ?? 0;
            return (
              <Fragment key={start}>
                {index > 0 && <wbr />}
                <span className="code-part">
                  {draw(pieces.filter((piece) => start <= piece.start && piece.start < end))}
                </span>
              </Fragment>
            );
          })}
      {newLine}
    </span>
  );
});

/** Characters; shorter lines fit in every container and need no wrapping. */
const shortest = 24;

interface CodePieceProps {
  readonly piece: Piece<string>;
  readonly placeholders: PlaceholderLinks | undefined;
}

function CodePiece({ piece: { text, kind, labels }, placeholders }: CodePieceProps) {
  const className = [...(kind ? [`code-${kind}`] : []), ...labels].join(' ');
  const label = kind === 'placeholder' ? placeholders?.label(text) : undefined;
  if (placeholders !== undefined && label !== undefined) {
    return (
      <button
        type="button"
        className={`code-token ${className}`}
        aria-label={label}
        onClick={() => {
          placeholders.onFollow(text);
        }}
      >
        {text}
      </button>
    );
  }
  return className === '' ? text : <span className={className}>{text}</span>;
}

/** Scrolls the line into view within the frame, without scrolling the page. */
function revealLine(frame: HTMLElement, line: HTMLElement) {
  const top = line.offsetTop - frame.clientHeight / 3;
  const isVisible =
    line.offsetTop >= frame.scrollTop &&
    line.offsetTop + line.offsetHeight <= frame.scrollTop + frame.clientHeight;
  if (!isVisible) frame.scrollTop = Math.max(0, top);
}
