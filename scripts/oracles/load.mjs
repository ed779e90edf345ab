// @ts-check
import { runnerImport } from 'vite';

/**
 * A module of `src`, compiled on the way.
 *
 * @param {string} path below the project's folder
 * @returns {Promise<any>}
 */
export async function load(path) {
  const { module } = await runnerImport(/** @type {any} */ (`./${path}`), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
