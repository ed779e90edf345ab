// @ts-check
import { join } from 'node:path';
import { build } from 'vite';
import { isDeep } from '../../deep.mjs';
import { execute } from '../execute.mjs';
import { load } from '../load.mjs';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { root } from '../../run.mjs';

/**
 * The built command line program writes the bytes that the page would download: as files and as an
 * archive, by which plans take turns in the quick run.
 *
 * @param {object} setting
 * @param {string} setting.folder
 * @param {import('../harness.mjs').Check} setting.check
 */
export async function checkCli({ folder, check }) {
  const outDir = join(folder, 'dist-cli');
  await build({
    configFile: join(root, 'vite.cli.config.ts'),
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', version: '0.0.0' }));
  const program = join(outDir, 'main.js');
  const [{ exampleOfEveryKind }, { policiesFolder }, { draftRole }, { archive }] =
    await Promise.all(
      [
        'src/qbusiness/examples.ts',
        'src/exporters/folder.ts',
        'src/qbusiness/draft.ts',
        'src/exporters/archive.ts',
      ].map(load),
    );
  for (const [index, values] of exampleOfEveryKind.entries()) {
    const home = join(folder, `generated-${index}`);
    mkdirSync(home);
    writeFileSync(join(home, 'request.json'), JSON.stringify(values));
    const want = policiesFolder(draftRole(values).template);
    const generate = (/** @type {readonly string[]} */ ...options) =>
      execute(process.execPath, [program, 'generate', '--request', 'request.json', ...options], {
        cwd: home,
      });
    const title = `${values.accessMode} ${values.caller}`;
    if (isDeep || index % 2 === 0) {
      const written = await generate();
      const differing = want.filter(
        (/** @type {any} */ file) => readFileSync(join(home, file.path), 'utf8') !== file.contents,
      );
      const count = readdirSync(join(home, 'policies'), { recursive: true }).filter((name) =>
        statSync(join(home, 'policies', String(name))).isFile(),
      ).length;
      check(
        written.code === 0 && differing.length === 0 && count === want.length,
        `generate writes the files of ${title}`,
        `${written.stderr}\n${differing.map((/** @type {any} */ file) => file.path).join('\n')}`,
      );
    }
    if (isDeep || index % 2 === 1) {
      const zipped = await generate('--zip', 'all.zip');
      const bytes = zipped.code === 0 ? readFileSync(join(home, 'all.zip')) : Buffer.of();
      check(
        Buffer.compare(bytes, archive(want)) === 0,
        `generate --zip writes the archive of ${title}`,
        zipped.stderr,
      );
    }
  }
  const help = await execute(process.execPath, [program, '--help']);
  check(
    help.code === 0 && help.stdout.includes('generate'),
    '--help lists the commands',
    help.stderr,
  );
  const wrong = await execute(process.execPath, [program, 'generate', '--region', 'mars']);
  check(
    wrong.code === 2 && wrong.stderr.includes('--region'),
    'a wrong value has exit code 2 and a name',
    wrong.stderr,
  );
}
