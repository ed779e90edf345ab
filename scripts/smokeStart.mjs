// @ts-check
// Starts the page as a newcomer does, asks for it once and stops it: node scripts/smokeStart.mjs
import { spawn } from 'node:child_process';
import { freePort } from './freePort.mjs';
import { root } from './run.mjs';

const isWindows = process.platform === 'win32';
const server = spawn('npm', ['start'], {
  cwd: root,
  env: { ...process.env, PORT: String(await freePort()) },
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: isWindows,
  // In its own process group, so that the processes that npm starts are stopped, too.
  detached: !isWindows,
});
process.on('exit', () => {
  if (server.pid === undefined || server.exitCode !== null) return;
  if (isWindows) spawn('taskkill', ['/pid', String(server.pid), '/t', '/f']);
  else process.kill(-server.pid, 'SIGTERM');
});

/** @type {string} */
const address = await new Promise((resolve, reject) => {
  let output = '';
  server.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
    const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [];
    if (found !== undefined) resolve(found);
  });
  server.on('error', reject);
  server.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
});
const response = await fetch(address);
const html = await response.text();
if (!response.ok || !html.includes('Content-Security-Policy') || !html.includes('Account ID')) {
  throw new Error(`${address} answers ${response.status}, and not with the page:\n${html}`);
}
console.log(`${address} answers with the page.`);
process.exit(0);
