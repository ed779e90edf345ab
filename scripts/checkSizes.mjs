// @ts-check
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { budgets } from './budgets.mjs';
import { firstLoad } from './firstLoad.mjs';
import { root } from './run.mjs';

const dist = join(root, process.env['DIST'] ?? 'dist');
if (!existsSync(join(dist, 'index.html'))) {
  console.error(`No build in ${relative(root, dist)}: run \`npm run build\` first.`);
  process.exit(1);
}

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(join(dist, file)).isFile())
  .map((file) => file.replaceAll(sep, '/'))
  .toSorted();

const first = firstLoad(files, (file) => readFileSync(join(dist, file), 'utf8'));

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Brotli at its best level takes seconds for Monaco, so each file is pressed once. @type {Map<string, number>} */
const sizes = new Map();
/** @param {string} file */
function size(file) {
  const bytes = sizes.get(file) ?? brotliCompressSync(readFileSync(join(dist, file))).length;
  sizes.set(file, bytes);
  return bytes;
}

/** @type {string[]} */
const notes = [];
for (const { title, scope, files: pattern, brotliBytes, goal } of budgets) {
  const counted = files.filter(
    (file) => pattern.test(file) && first.has(file) === (scope === 'first-load'),
  );
  const total = counted.reduce((sum, file) => sum + size(file), 0);
  const aim = goal === undefined ? '' : `, goal ${kilobytes(goal)}`;
  console.log(`${title}: ${kilobytes(total)} of ${kilobytes(brotliBytes)}${aim} (Brotli)`);
  for (const file of counted) console.log(`    ${kilobytes(size(file)).padStart(9)}  ${file}`);
  if (counted.length === 0) notes.push(`${title}: no file of the build matches ${pattern}`);
  if (total > brotliBytes) {
    notes.push(`${title}: ${kilobytes(total)} exceeds its budget of ${kilobytes(brotliBytes)}`);
  }
}
for (const note of notes) console.error(note);

const report = process.env['RESULT_FILE'];
if (report !== undefined) {
  const failed = notes.length;
  writeFileSync(
    report,
    JSON.stringify({ passed: budgets.length - failed, failed, skipped: 0, notes }),
  );
}
process.exitCode = notes.length > 0 ? 1 : 0;
