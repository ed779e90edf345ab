import { hole } from '../../syntax/holes';
import type { TextRange } from '../../syntax/jsonRanges';
import { replaceIn } from '../embeddedText';
import { innerSource, partOf, type Reader, type Reading, type Source } from './source';

/** What a shell puts in the place of its variables and commands. */
const expansion = /\\([$`\\])|\$\{[^}\n]{1,200}\}|\$\([^)\n]{1,200}\)|\$[A-Za-z_]\w*/g;

/**
 * A script for a shell: documents stand in here-documents, in single quotes, or in files that it
 * names.
 */
export const shell: Reader = {
  name: 'shell script',
  maxLength: 5_000_000,
  read: (source, readInner) => {
    const { text } = source;
    const parts = [...hereDocuments(source), ...quotedDocuments(source)];
    const readings: Reading[] = parts.map((part) => readInner(part));
    const trees = readings.flatMap(({ trees }) => trees);
    if (trees.length > 0) return { trees };
    if (!/^#!\S*sh\b|^\s*aws [a-z]/m.test(text)) return undefined;
    const files = new Set(
      Array.from(text.matchAll(/(?:file:\/\/|=)['"]?([\w./-]{1,200}\.json)\b/g), ([, name]) => name),
    );
    const message =
      files.size > 0
        ? `This is a script. Its documents are in ${[...files].slice(0, 4).join(', ')}: open those.`
        : 'This is a script without a policy document in it: paste the document, or what aws iam get-role answers.';
    return {
      trees: [],
      remarks: [{ code: 'UNREADABLE_TEXT', message, range: source.outer({ start: 0, end: text.length }) }],
    };
  },
};

function* hereDocuments(source: Source): Generator<Source> {
  const { text } = source;
  const opening = /<<-?[ \t]*(\\?)(["']?)([A-Za-z_]\w*)\2[^\n]*\n/g;
  const missing = new Set<string>();
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [all, escape, quote, delimiter = ''] = found;
    if (missing.size > 20 || missing.has(delimiter)) continue;
    const start = found.index + all.length;
    const end = endOf(text, start, delimiter);
    if (end === undefined) {
      missing.add(delimiter);
      continue;
    }
    yield escape || quote ? partOf(source, { start, end }) : expanded(source, { start, end });
    opening.lastIndex = end;
  }
}

function endOf(text: string, start: number, delimiter: string): number | undefined {
  const closing = new RegExp(`^[ \\t]*${delimiter}[ \\t\\r]*$`, 'gm');
  closing.lastIndex = start;
  return closing.exec(text)?.index;
}

function expanded(source: Source, range: TextRange): Source {
  const part = partOf(source, range);
  const embedded = replaceIn(part.text, expansion, ([found, escaped]) =>
    escaped === undefined ? hole(found) : escaped,
  );
  return innerSource(part, embedded, 'shell');
}

/** `--policy-document '{ … }'`, and the here-strings of PowerShell. */
function* quotedDocuments(source: Source): Generator<Source> {
  const { text } = source;
  for (const { index, 0: all, 1: content = '' } of text.matchAll(/'\s*(\{[^']+\})\s*'/g)) {
    const start = index + all.indexOf(content);
    yield partOf(source, { start, end: start + content.length });
  }
  for (let open = text.search(/@'\r?\n/); open >= 0; ) {
    const start = text.indexOf('\n', open) + 1;
    const end = text.indexOf("\n'@", start);
    if (end < 0) return;
    yield partOf(source, { start, end });
    const next = text.slice(end).search(/@'\r?\n/);
    open = next < 0 ? -1 : end + next;
  }
}
