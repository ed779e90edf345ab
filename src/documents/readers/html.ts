import { replaceIn } from '../embeddedText';
import { innerSource, type Reader, type Reading } from './source';

const entities: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['nbsp', ' '],
]);

/** A web page: what stands in it, without its tags. */
export const html: Reader = {
  name: 'web page',
  maxLength: 10_000_000,
  read: (source, readInner): Reading | undefined => {
    if (!/<(?:!doctype|html|body|pre|code|div|p|span)\b[^<>]*>/i.test(source.text))
      return undefined;
    const plain = replaceIn(
      source.text,
      /<\/?[a-z!][^<>]{0,2000}>|&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi,
      ([found, decimal, hexadecimal, name]) => {
        if (decimal !== undefined) return character(Number(decimal));
        if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
        if (name !== undefined) return entities.get(name.toLowerCase()) ?? found;
        // A placeholder such as <account-id> looks like a tag.
        return /^<[a-z][\w-]*>$/i.test(found) && !knownTag.test(found) ? found : '';
      },
    );
    return readInner(innerSource(source, plain, 'template'));
  },
};

const knownTag =
  /^<\/?(?:a|b|body|br|code|dd|div|dl|dt|em|head|html|i|li|main|ol|p|pre|script|section|span|strong|style|table|tbody|td|th|title|tr|ul)\b/i;

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '';
