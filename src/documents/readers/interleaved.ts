import { replaceIn } from '../embeddedText';
import { innerSource, type Reader } from './source';

/** A text in UTF-16 that was read as one byte a character: every other character is NUL. */
export const interleaved: Reader = {
  name: 'UTF-16 read as single bytes',
  maxLength: 10_000_000,
  read: (source, readInner) => {
    const { text } = source;
    const start = text.slice(0, 200);
    const count = start.split('\0').length - 1;
    if (count * 3 < start.length || start.length < 4) return undefined;
    const plain = replaceIn(text, /\0|^(?:\u00ff\u00fe|\u00fe\u00ff|\ufffd\ufffd)/g, () => '');
    return readInner(innerSource(source, plain, 'template'));
  },
};
