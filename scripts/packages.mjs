// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly devOptional?: boolean }} LockedPackage
 */

/**
 * @param {string} path
 * @returns {Readonly<Record<string, LockedPackage>> | undefined} undefined when there is no such file
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether node_modules holds what package-lock.json names; packages for other platforms may be absent. */
function packagesAreInstalled() {
  const wanted = lockedPackages('package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' ||
      installed[path]?.version === version ||
      (installed[path] === undefined && (optional === true || devOptional === true)),
  );
}

/** @returns {Promise<boolean>} whether the packages are there now */
export async function installPackages() {
  if (packagesAreInstalled()) return true;
  console.log('Installing packages …');
  if (
    (await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      quiet: true,
    })) === 0
  ) {
    return true;
  }
  console.error(
    '\nThe packages could not be installed; npm says why above.' +
      '\nCheck the network (and the proxy settings of npm), then run the command again.',
  );
  return false;
}
