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
 * Every form of text that documents are read from, the surest first. A reader that is wrong about
 * a text finds no document in it, and the next one is asked.
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
