import { replaceIn } from '../embeddedText';
import { innerSource, type Reader } from './source';

/** A table of comma-separated values with documents in its cells; `""` stands for a quotation mark. */
export const csv: Reader = {
  name: 'CSV',
  maxLength: 10_000_000,
  read: (source, readInner) => {
    if (!/""(?:Statement|Version)""/.test(source.text)) return undefined;
    const plain = replaceIn(source.text, /""/g, () => '"');
    return readInner(innerSource(source, plain, 'template'));
  },
};
