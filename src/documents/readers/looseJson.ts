import { parseJson, parseJsonDocuments } from '../../syntax/parseJson';
import { decodeUrlText, replaceIn } from '../embeddedText';
import { concernsPolicies } from '../policyText';
import { jsonTree } from './json';
import { innerSource, partOf, type Reader, type Source } from './source';

/** JSON as people paste it: with mistakes, several documents in a row, other text around them. */
export const looseJson: Reader = {
  name: 'JSON with something around it',
  maxLength: 60_000_000,
  read: (source, readInner) => {
    const { text } = source;
    const encoded = encodedDocuments(source).flatMap((inner) => readInner(inner).trees);
    if (!/[{[]/.test(text) && text.trim() !== '') {
      return encoded.length > 0 ? { trees: encoded } : undefined;
    }
    const whole = parseJson(text);
    const isSurrounded = whole.issues.some(
      ({ code }) => code === 'leading-text' || code === 'trailing-text',
    );
    if (!isSurrounded) return { trees: [jsonTree(source, whole)] };
    const trees = parseJsonDocuments(text)
      .filter(({ value }) => concernsPolicies(value))
      .map((parsed) => jsonTree(source, parsed));
    if (trees.length > 0 || encoded.length > 0) return { trees: [...trees, ...encoded] };
    return /^\s*[{["]/.test(text) ? { trees: [jsonTree(source, whole)] } : undefined;
  },
};

/** URL-encoded documents among other words, as the tools for PowerShell print a role. */
function encodedDocuments(source: Source): readonly Source[] {
  const found = source.text.matchAll(/%7B[\w%.~!*()'+:/-]*(?:\r?\n[ \t]+[\w%.~!*()'+:/-]+)*/gi);
  return Array.from(found).flatMap(({ index, 0: encoded }) => {
    // Long values continue on indented lines.
    const lines = replaceIn(encoded, /\r?\n[ \t]+/g, () => '');
    const decoded = decodeUrlText(lines.text);
    if (!decoded) return [];
    const part = partOf(source, { start: index, end: index + encoded.length });
    const literal = part.outer({ start: 0, end: encoded.length });
    return [{ ...innerSource(innerSource(part, lines, 'template'), decoded, 'url'), literal }];
  });
}
