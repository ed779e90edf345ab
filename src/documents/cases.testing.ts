import { readFileSync } from 'node:fs';

/** A file of `cases`: texts like those that people have, with what is wrong in them. */
export const caseText = (path: string): string =>
  readFileSync(new URL(`./cases/${path}`, import.meta.url), 'utf8');
