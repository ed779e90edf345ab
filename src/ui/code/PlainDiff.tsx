import { Fragment } from 'react';
import { indentClass } from './CodeSurface';
import { lineBreaks } from './lineBreaks';
import { unifiedDiff, type DiffLine } from './unifiedDiff';

interface PlainDiffProps {
  readonly original: string;
  readonly modified: string;
  readonly label: string;
}

const classes: Readonly<Record<DiffLine['sign'], string>> = {
  ' ': 'code-line code-end',
  '-': 'code-line code-end code-taken',
  '+': 'code-line code-end code-added',
  '@': 'code-line code-end code-comment',
};

const lineClass = (sign: DiffLine['sign'], text: string) =>
  `${classes[sign]} ${indentClass(2 + text.search(/[^ ]|$/)) ?? ''}`;

/** The differing lines one below the other. */
export function PlainDiff({ original, modified, label }: PlainDiffProps) {
  const lines = unifiedDiff(original, modified);
  return (
    // A region that scrolls is reachable from the keyboard: WCAG 2.1.1.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="code-scroll code-wrap" role="group" aria-label={label} tabIndex={0}>
      <pre>
        <code>
          {lines.length === 0 && <span className={classes[' ']}>No line differs.</span>}
          {lines.map(({ sign, text }, index) => (
            <span key={index} className={lineClass(sign, text)}>
              <Parts line={`${sign === '@' ? '' : `${sign} `}${text}`} />
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </div>
  );
}

/** A line that breaks between its parts only. */
function Parts({ line }: { readonly line: string }) {
  const ends = [...lineBreaks(line), line.length];
  return ends.map((end, index) => (
    <Fragment key={end}>
      {index > 0 && <wbr />}
      <span className="code-part">{line.slice(ends[index - 1] ?? 0, end)}</span>
    </Fragment>
  ));
}
