import { commandOutput } from './commandOutput';
import { csv } from './csv';
import { html } from './html';
import { interleaved } from './interleaved';
import { json } from './json';
import { looseJson } from './looseJson';
import { markdown } from './markdown';
import { python } from './python';
import { shell } from './shell';
import type { Reader } from './source';
import { sourceCode } from './sourceCode';
import { terraform, terraformPlan } from './terraform';
import { urlEncoded } from './urlEncoded';
import { yaml } from './yaml';

/**
 * Every form of text that documents are read from, the least ambiguous first. If a reader finds no
 * document in a text, the next one tries.
 */
export const readers: readonly Reader[] = [
  json,
  interleaved,
  urlEncoded,
  markdown,
  terraformPlan,
  terraform,
  shell,
  commandOutput,
  python,
  csv,
  yaml,
  html,
  sourceCode,
  looseJson,
];
