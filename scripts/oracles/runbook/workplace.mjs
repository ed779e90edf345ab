// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../harness.mjs';

/** @typedef {{ readonly code: number, readonly output: string }} Outcome */

/**
 * A folder with the files of a case, and a shell to run its scripts in.
 *
 * @param {object} setting
 * @param {string} setting.folder where new folders are made
 * @param {import('./account.mjs').Account} setting.account
 * @param {import('../tools.mjs').AwsCli} setting.cli
 * @param {string} setting.shell
 * @param {import('./cases.mjs').Case} setting.one
 */
export function workplace({ folder, account, cli, shell, one }) {
  const home = mkdtempSync(join(folder, 'work-'));
  writeFiles(home, one.files);
  const env = account.environment(cli.path, home);
  /** @type {number | undefined} */
  let running;
  return {
    home,
    env,
    /**
     * Runs a script of the folder in a process group of its own.
     *
     * @param {string} script for example `apply`
     * @param {readonly string[]} [args]
     * @param {{ readonly input?: string, readonly env?: NodeJS.ProcessEnv }} [options]
     * @returns {Promise<Outcome>}
     */
    run: (script, args = [], options = {}) =>
      new Promise((resolve, reject) => {
        const start = shell === 'busybox' ? ['sh'] : [];
        const child = spawn(shell, [...start, `policies/${script}.sh`, ...args], {
          cwd: home,
          env: { ...env, ...options.env },
          detached: true,
          stdio: ['pipe', 'pipe', 'pipe'],
        });
        running = child.pid;
        let output = '';
        child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
        child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code: code ?? -1, output }));
        child.stdin.on('error', () => {});
        child.stdin.end(options.input ?? '');
      }),
    /** Kills the script and everything that it has started. */
    kill: () => {
      if (running !== undefined) process.kill(-running, 'SIGKILL');
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
