// @ts-check
import { join } from 'node:path';
import { startHarness, writeFiles } from '../harness.mjs';
import { loadCases } from './cases.mjs';

export const { folder, check, skip, say, finish } = startHarness('iac');

/** Every plan, whose files lie in `exports`. */
export const cases = await loadCases();

export const exportsFolder = join(folder, 'exports');

/** @param {import('./cases.mjs').Case} one */
export const folderOf = (one) => join(exportsFolder, one.id);

for (const one of cases) writeFiles(folderOf(one), one.files);
say(`${cases.length} plans exported`);
