// @ts-check
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isExecutable } from '../run.mjs';
import { execute } from './execute.mjs';
import { preloadAws } from './preloadedAws.mjs';

/**
 * @typedef {object} AwsCli
 * @property {string} path of the program, or of one that forks it (`preloadedAws.py`)
 * @property {string} version
 * @property {number} major
 * @property {boolean} hasQBusiness versions before 2024 do not know the service
 */

/**
 * The AWS CLIs of this machine, at most one of each major version: in Python's own folder of
 * scripts, on the PATH, and where installers put them.
 *
 * @returns {Promise<readonly AwsCli[]>}
 */
export async function findAwsClis() {
  const scripts = await execute('python3', [
    '-c',
    'import sysconfig; print(sysconfig.get_path("scripts"))',
  ]);
  const folders = [
    ...(scripts.code === 0 ? [scripts.stdout.trim()] : []),
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/local/bin',
    '/usr/bin',
    '/opt/homebrew/bin',
    join(homedir(), '.local/bin'),
  ];
  const candidates = [...new Set(folders.filter(Boolean).map((folder) => join(folder, 'aws')))];
  /** @type {AwsCli[]} */
  const found = [];
  for (const installed of candidates.filter(isExecutable)) {
    const path = await preloadAws(installed);
    const { code, stdout, stderr } = await execute(path, ['--version']);
    const version = /aws-cli\/((\d+)\.[\d.]+)/.exec(stdout + stderr);
    const major = Number(version?.[2]);
    if (code === 0 && version?.[1] && !found.some((cli) => cli.major === major)) {
      const skeleton = await execute(path, [
        'qbusiness',
        'get-application',
        '--generate-cli-skeleton',
      ]);
      found.push({ path, version: version[1], major, hasQBusiness: skeleton.code === 0 });
    }
  }
  return found.toSorted((left, right) => left.major - right.major);
}

/** The version of moto; undefined unless it is installed with its server. */
export async function motoVersion() {
  // Loading it takes seconds.
  const { code, stdout } = await execute('python3', [
    '-c',
    `from importlib import metadata, util
assert all(map(util.find_spec, ["moto.server", "flask", "flask_cors"]))
print(metadata.version("moto"))`,
  ]);
  return code === 0 ? stdout.trim() : undefined;
}

/** @returns {Promise<readonly string[]>} the shells at hand that scripts for sh must run in */
export async function findShells() {
  const shells = ['dash', 'bash', 'busybox'];
  const found = await Promise.all(shells.map((shell) => execute(shell, shellArguments(shell))));
  return shells.filter((_, index) => found[index]?.code === 0);
}

/** @param {string} shell */
const shellArguments = (shell) => (shell === 'busybox' ? ['sh', '-c', ':'] : ['-c', ':']);

/** @param {string} command @param {readonly string[]} args */
export async function versionOf(command, args) {
  const { code, stdout, stderr } = await execute(command, args);
  return code === 0 ? (/\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'unknown version') : undefined;
}
