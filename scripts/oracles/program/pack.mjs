// @ts-check
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../run.mjs';
import { execute } from '../execute.mjs';

const MAX_PACKED_BYTES = 400 * 1024;

/**
 * Packs the program, and installs the archive with `npx` in an empty folder, without a network.
 *
 * @param {import('../harness.mjs').Harness} harness
 * @returns {Promise<string | undefined>} the installed program
 */
export async function packAndInstall({ folder, check }) {
  // Without the settings of the npm that runs this script.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
  );
  const packed = await execute('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    env,
  });
  const archive = join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
  check(packed.code === 0 && archive.endsWith('.tgz'), 'npm pack makes an archive', packed.stderr);
  if (packed.code !== 0) return undefined;
  check(
    statSync(archive).size < MAX_PACKED_BYTES,
    `the archive is small: ${statSync(archive).size} bytes`,
  );

  const home = join(folder, 'empty');
  mkdirSync(home);
  const npx = (/** @type {readonly string[]} */ ...args) =>
    execute('npx', ['--yes', '--offline', `--package=${archive}`, 'qbusiness-policies', ...args], {
      cwd: home,
      env: { ...env, npm_config_cache: join(folder, 'cache') },
    });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const told = await npx('--version');
  check(told.code === 0 && told.stdout.trim() === version, 'npx runs it', told.stderr);
  check(readdirSync(home).length === 0, 'npx leaves the folder as it was');
  const generated = await npx(
    'generate',
    '--region=us-east-1',
    '--account-id=111122223333',
    '--application-id=a1b2c3d4-5678-90ab-cdef-example11111',
  );
  check(
    generated.code === 0 && readdirSync(join(home, 'policies')).includes('apply.sh'),
    'it writes the folder "policies"',
    generated.stderr,
  );

  const place = join(folder, 'installed');
  mkdirSync(place);
  const installed = await execute('npm', ['install', '--offline', '--silent', archive], {
    cwd: place,
    env: { ...env, npm_config_cache: join(folder, 'cache') },
  });
  const packages = readdirSync(join(place, 'node_modules')).filter((name) => !name.startsWith('.'));
  check(
    installed.code === 0 && packages.join() === 'qbusiness-policies',
    'it installs no other package',
    `${packages.join(', ')}\n${installed.stderr}`,
  );
  return join(place, 'node_modules/qbusiness-policies/dist-cli/main.js');
}
