// @ts-check
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute } from './execute.mjs';

const server = fileURLToPath(new URL('preloadedAws.py', import.meta.url));

/** @param {string} path */
function interpreterOf(path) {
  const [, interpreter] = /^#!(\S*python\S*)\n/.exec(readFileSync(path, 'latin1')) ?? [];
  return interpreter;
}

/**
 * A program that does what this AWS CLI does, but keeps its Python modules loaded, which saves half a
 * second a call. Returns the given path where that is not possible, as for a CLI that is no Python script.
 *
 * @param {string} path
 * @returns {Promise<string>}
 */
export async function preloadAws(path) {
  const interpreter = interpreterOf(path);
  if (interpreter === undefined) return path;
  // The path of a Unix socket may have about 100 bytes, so it lies in the system's folder for temporary files.
  const folder = mkdtempSync(join(tmpdir(), 'aws-'));
  const socket = join(folder, 'socket');
  const child = spawn(interpreter, [server, socket], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  process.on('exit', () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const isReady = await new Promise((resolve) => {
    child.stdout.once('data', () => resolve(true));
    child.on('error', () => resolve(false));
    child.on('exit', () => resolve(false));
  });
  const client = await execute(interpreter, [server, '--client', socket]);
  if (!isReady || client.code !== 0) return path;
  // So that neither keeps this process running.
  child.unref();
  child.stdout.destroy();
  const program = join(folder, 'aws');
  writeFileSync(program, client.stdout);
  chmodSync(program, 0o755);
  return program;
}
