import { decodeUrlText } from '../embeddedText';
import { innerSource, type Reader } from './source';

/** A single URL-encoded document, as the IAM API returns it. */
export const urlEncoded: Reader = {
  name: 'URL-encoded document',
  maxLength: 5_000_000,
  isSure: true,
  read: (source, readInner) => {
    const start = source.text.search(/\S/);
    if (!/^%7b/i.test(source.text.slice(start, start + 3))) return undefined;
    const encoded = source.text.slice(start).trimEnd();
    const decoded = decodeUrlText(encoded, start);
    return decoded && readInner(innerSource(source, decoded, 'url'));
  },
};
