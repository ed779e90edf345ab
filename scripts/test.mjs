// @ts-check
import './nodeVersion.mjs';
import { installPackages } from './packages.mjs';

const usage = `npm test                      runs every part
npm run test:deep             runs every part with every combination, for hours
node scripts/test.mjs PART …  runs the named parts, for example: lint unit`;

const names = process.argv.slice(2).filter((name) => name !== '--deep');
if (names.length < process.argv.length - 2) process.env['DEEP'] = '1';
if (names.some((name) => name.startsWith('-'))) {
  console.log(usage);
  process.exit(names.includes('--help') || names.includes('-h') ? 0 : 2);
}

if (!(await installPackages())) {
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const { chosenParts, checkPart, sideBySide } = await import('./parts.mjs');
const { inLanes } = await import('./oracles/harness.mjs');
const { installChromium } = await import('./browser.mjs');

/** @type {readonly import('./parts.mjs').Part[]} */
let chosen = [];
try {
  chosen = chosenParts(names);
} catch (error) {
  console.error(`${String(error)}\n\n${usage}`);
  process.exit(2);
}
const hasBrowser = !chosen.some((part) => part.needsBrowser) || (await installChromium());

/** @param {Pick<import('./results.mjs').Result, 'passed' | 'failed' | 'skipped'>} counts */
const counted = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

const total = { passed: 0, failed: 0, skipped: 0 };
const failedParts = new Set();
/** @type {string[]} */
const summary = [];
/** @param {import('./parts.mjs').Part} part */
async function runPart(part) {
  console.log(`\n━━ ${chosen.indexOf(part) + 1}/${chosen.length} ${part.title} (${part.id})`);
  const start = performance.now();
  const result = await checkPart(part, { failedParts, hasBrowser });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  if (result.failed > 0) failedParts.add(part.id);
  const line = `${result.failed > 0 ? '✗' : '✓'} ${part.id}: ${counted(result)} (${seconds} s)`;
  summary.push(line, ...result.notes.map((note) => `    ${note}`));
  console.log([line, ...result.notes].join('\n'));
}

for (const group of sideBySide(chosen)) await inLanes(2, group, runPart);

console.log(`\n━━ Summary\n${summary.join('\n')}\n\n${counted(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
