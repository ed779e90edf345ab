import { readFileSync } from 'node:fs';

/** The text of a file below `cases`, which holds realistic inputs with typical mistakes. */
export const caseText = (path: string): string =>
  readFileSync(new URL(`./cases/${path}`, import.meta.url), 'utf8');
