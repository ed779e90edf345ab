import { parseJsonDocuments } from '../../syntax/parseJson';
import { concernsPolicies } from '../policyText';
import { jsonTree } from './json';
import type { Reader } from './source';

const program =
  /^[ \t]{0,40}(?:import [\w{*'"]|from \S{1,100} import |export (?:const|default|class|function|interface)|(?:const|let|var) \w{1,60} ?[:=]|def \w|package \w|using \w[\w.]{0,80};)/m;

/** Source code of a program, with documents as string or object literals. */
export const sourceCode: Reader = {
  name: 'source code',
  maxLength: 5_000_000,
  read: (source) => {
    if (!program.test(source.text)) return undefined;
    const trees = parseJsonDocuments(source.text)
      .filter(({ value }) => concernsPolicies(value))
      .map((parsed) => ({ ...jsonTree(source, parsed), isJson: false, issues: [], repairs: [] }));
    return trees.length > 0 ? { trees } : undefined;
  },
};
