// @ts-check
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Disables colours in logs, which some tools would use if `CI` is set. */
const plainText = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

/**
 * Runs a program in the project's folder.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly quiet?: boolean, readonly shell?: boolean }} [options]
 *   `quiet` shows the output only when the program fails
 * @returns {Promise<number>} its exit code; 127 when it could not be started
 */
export function run(command, args, { env, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...plainText, ...env },
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * npm, the one that started this script if there was one.
 *
 * @param {readonly string[]} args
 * @param {{ readonly quiet?: boolean }} [options]
 */
export function npm(args, options) {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * A tool that the project has installed.
 *
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly quiet?: boolean }} [options]
 */
export function tool(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}
