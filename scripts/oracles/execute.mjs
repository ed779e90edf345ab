// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {{ readonly code: number, readonly stdout: string, readonly stderr: string }} Outcome
 */

/**
 * Runs a program and keeps what it says; 127 when it could not be started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Outcome>}
 */
export function execute(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
export const isThere = async (command, args) => (await execute(command, args)).code === 0;
