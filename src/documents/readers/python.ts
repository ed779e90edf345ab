import { parseJson } from '../../syntax/parseJson';
import { jsonTree } from './json';
import type { Reader } from './source';

/** Output of boto3: Python dictionaries, with dates as calls of `datetime`. */
export const python: Reader = {
  name: 'output of Python',
  maxLength: 5_000_000,
  read: (source) => {
    if (!/^\s*[[{]\s*'/.test(source.text)) return undefined;
    const parsed = parseJson(withoutCalls(source.text));
    if (parsed.value === undefined) return undefined;
    return {
      trees: [{ ...jsonTree(source, parsed), isJson: false, issues: [], repairs: [] }],
    };
  },
};

/** `datetime.datetime(2025, 6, 3, tzinfo=tzutc())` as a text of the same length. */
const withoutCalls = (text: string): string =>
  text.replaceAll(
    /(?<=[:,[{]\s?)[A-Za-z_][\w.]{0,60}\((?:[^()'"\n]|\([^()'"\n]*\))*\)/g,
    (call) => `'${'.'.repeat(call.length - 2)}'`,
  );
