import { hole } from '../../syntax/holes';
import type { TextRange } from '../../syntax/jsonRanges';
import { lineOfItsOwn } from '../../syntax/lineOfItsOwn';
import { replaceIn } from '../embeddedText';
import { innerSource, partOf, type Reader, type Reading, type Source } from './source';

/** What a shell puts in the place of its variables and commands. */
const expansion = /\\([$`\\])|\$\{[^${}\n]{1,200}\}|\$\([^$()\n]{1,200}\)|\$[A-Za-z_]\w*/g;

/** The same between double quotes, where a quotation mark is escaped, too. */
const quotedExpansion = /\\(["$`\\])|\$\{[^${}\n]{1,200}\}|\$\([^$()\n]{1,200}\)|\$[A-Za-z_]\w*/g;

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
    if (!script.test(text)) return trees.length > 0 ? { trees } : undefined;
    const files = new Set(
      Array.from(
        text.matchAll(/(?:file:\/\/|=)[ \t]?['"]?([\w./-]{1,200}\.json)\b/g),
        ([, name]) => name,
      ),
    );
    const message =
      files.size > 0
        ? `This script takes its documents from ${[...files].slice(0, 4).join(', ')}: open those.`
        : 'There is no policy document in this script. Paste the document, or what aws iam get-role answers.';
    const range = source.outer({ start: 0, end: text.length });
    return { trees, remarks: [{ code: 'NO_POLICY', message, range }] };
  },
};

const script =
  /^#!\S*sh\b|^[ \t]*aws [a-z]|^\$ErrorActionPreference\b|^[ \t]*(?:param\(|Set-StrictMode|\[CmdletBinding)/m;

function* hereDocuments(source: Source): Generator<Source> {
  const { text } = source;
  const opening = /<<-?[ \t]{0,10}(\\?["']?)([A-Za-z_]\w{0,60})/g;
  const missing = new Set<string>();
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [, quote, delimiter = ''] = found;
    if (missing.size > 20 || missing.has(delimiter)) continue;
    const start = text.indexOf('\n', found.index) + 1;
    if (start === 0) return;
    const end = lineOfItsOwn(text, start, delimiter)?.start;
    if (end === undefined) {
      missing.add(delimiter);
      continue;
    }
    yield quote ? partOf(source, { start, end }) : expanded(source, { start, end });
    opening.lastIndex = end;
  }
}

function expanded(source: Source, range: TextRange): Source {
  const part = partOf(source, range);
  const embedded = replaceIn(part.text, expansion, ([found, escaped]) =>
    escaped === undefined ? hole(found) : escaped,
  );
  return innerSource(part, embedded, 'shell');
}

/** `--policy-document '{ … }'`, or `"{ … }"` with its quotation marks escaped, and the here-strings of PowerShell. */
function* quotedDocuments(source: Source): Generator<Source> {
  const { text } = source;
  for (const { index, 0: all, 1: content = '' } of text.matchAll(/'\s*(\{[^']+\})\s*'/g)) {
    const start = index + all.indexOf(content);
    yield partOf(source, { start, end: start + content.length });
  }
  yield* escapedDocuments(source);
  for (let open = text.search(/@'\r?\n/); open >= 0;) {
    const start = text.indexOf('\n', open) + 1;
    const end = text.indexOf("\n'@", start);
    if (end < 0) return;
    yield partOf(source, { start, end });
    const next = text.slice(end).search(/@'\r?\n/);
    open = next < 0 ? -1 : end + next;
  }
}

/** Texts between double quotes that begin with a brace and have escaped quotation marks. */
function* escapedDocuments(source: Source): Generator<Source> {
  const { text } = source;
  const content = /(?:[^"\\]|\\[^])*/y;
  for (let open = text.indexOf('"{'); open >= 0; open = text.indexOf('"{', content.lastIndex)) {
    const start = open + 1;
    content.lastIndex = start;
    const [written = ''] = content.exec(text) ?? [];
    const end = start + written.length;
    content.lastIndex = end;
    if (!written.includes('\\"') || !written.trimEnd().endsWith('}')) continue;
    const part = partOf(source, { start, end });
    const embedded = replaceIn(part.text, quotedExpansion, ([found, escaped]) =>
      escaped === undefined ? hole(found) : escaped,
    );
    yield innerSource(part, embedded, 'shell');
  }
}
