import { parseJson, parseJsonDocuments } from '../../syntax/parseJson';
import { decodeUrlText } from '../embeddedText';
import { holdsPolicy, isPolicy } from '../policyText';
import { jsonTree } from './json';
import { innerSource, partOf, type Reader, type Source } from './source';

/** JSON as people paste it: damaged, several texts in a row, with a page around them. */
export const looseJson: Reader = {
  name: 'JSON with something around it',
  maxLength: 60_000_000,
  read: (source, readInner) => {
    const whole = parseJson(source.text);
    const isSurrounded = whole.issues.some(
      ({ code }) => code === 'leading-text' || code === 'trailing-text',
    );
    if (!isSurrounded) return source.text.trim() !== '' && !/[{[]/.test(source.text) ? undefined : { trees: [jsonTree(source, whole)] };
    const trees = parseJsonDocuments(source.text)
      .filter(({ value }) => concernsPolicies(value))
      .map((parsed) => jsonTree(source, parsed));
    const encoded = encodedDocuments(source).flatMap((inner) => readInner(inner).trees);
    if (trees.length > 0 || encoded.length > 0) return { trees: [...trees, ...encoded] };
    return /^\s*[{["]/.test(source.text) ? { trees: [jsonTree(source, whole)] } : undefined;
  },
};

/** Whether a policy, or something that may hold one, is in the value. */
function concernsPolicies(value: unknown): boolean {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: part, depth } = next;
    if (typeof part === 'string' && holdsPolicy(part)) return true;
    if (typeof part !== 'object' || part === null || depth > 60) continue;
    if (isPolicy(part)) return true;
    for (const [key, member] of Object.entries(part)) {
      if (/^(?:PolicyArn|PermissionsBoundaryArn)$/.test(key)) return true;
      pending.push({ value: member, depth: depth + 1 });
    }
  }
  return false;
}

/** URL-encoded documents among other words, as the tools for PowerShell print a role. */
function encodedDocuments(source: Source): readonly Source[] {
  const { text } = source;
  const found = text.matchAll(/%7B(?:%[0-9a-f]{2}|[\w.~!*()'+:/-]|\r?\n[ \t]+(?=\S))+/gi);
  return Array.from(found).flatMap(({ index, 0: encoded }) => {
    const part = partOf(source, { start: index, end: index + encoded.length });
    // Long values go on over indented lines.
    const embedded = decodeUrlText(encoded.replaceAll(/\s/g, ' '));
    if (!embedded) return [];
    const kept = [...embedded.text].every((character) => character.length === 1);
    if (!kept) return [innerSource(part, embedded, 'url')];
    const isBreak = (i: number) => embedded.text[i] === ' ' && /\s/.test(encoded[embedded.outerOffsets[i] ?? 0] ?? '');
    const indexes = Array.from(embedded.text, (_, i) => i).filter((i) => !isBreak(i));
    return [
      innerSource(
        part,
        {
          text: indexes.map((i) => embedded.text[i]).join(''),
          outerOffsets: [...indexes.map((i) => embedded.outerOffsets[i] ?? 0), encoded.length],
        },
        'url',
      ),
    ];
  });
}
