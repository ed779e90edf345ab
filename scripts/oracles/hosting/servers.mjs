// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { execute } from '../execute.mjs';

/**
 * A web server that publishes a folder with the configuration that the build wrote for it.
 *
 * @typedef {object} Server
 * @property {string} name
 * @property {(place: Place) => Promise<Command | undefined>} command undefined where it is not installed
 */

/**
 * @typedef {object} Place
 * @property {string} site the folder to publish
 * @property {string} work for the server's own files
 * @property {number} port
 */

/** @typedef {{ readonly program: string, readonly args: readonly string[], readonly env?: NodeJS.ProcessEnv }} Command */

const isRoot = process.getuid?.() === 0;

/** @type {Server} */
const nginx = {
  name: 'nginx',
  command: async ({ site, work, port }) => {
    if ((await execute('nginx', ['-v'])).code !== 0) return undefined;
    const types = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types'].find(existsSync);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${join(work, name)};`)
      .join(' ');
    const config = join(work, 'nginx.conf');
    writeFileSync(
      config,
      `daemon off; worker_processes 1; pid ${join(work, 'pid')}; ${isRoot ? 'user root;' : ''}
events {}
http {
  ${types === undefined ? '' : `include ${types};`} access_log off; ${temporary}
  server { listen 127.0.0.1:${port}; root ${site}; include ${join(site, 'hosting/nginx.conf')}; }
}
`,
    );
    return { program: 'nginx', args: ['-p', work, '-e', join(work, 'errors'), '-c', config] };
  },
};

const apacheModuleFolders = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/usr/lib/httpd/modules',
  '/usr/libexec/apache2',
];

/** @type {Server} */
const apache = {
  name: 'Apache',
  command: async ({ site, work, port }) => {
    const modules = apacheModuleFolders.find(existsSync);
    const programs = await Promise.all(
      ['apache2', 'httpd'].map(async (name) =>
        (await execute(name, ['-v'])).code === 0 ? name : '',
      ),
    );
    const program = programs.find((name) => name !== '');
    if (modules === undefined || program === undefined) return undefined;
    const wanted = ['mpm_event', 'unixd', 'authz_core', 'dir', 'mime', 'headers', 'alias'];
    const loaded = wanted
      .map((name) => [name, join(modules, `mod_${name}.so`)])
      .filter(([, file = '']) => existsSync(file))
      .map(([name, file]) => `LoadModule ${name}_module ${file}\n`);
    const config = join(work, 'httpd.conf');
    writeFileSync(
      config,
      `${loaded.join('')}ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${join(work, 'pid')}
ErrorLog ${join(work, 'errors')}
${isRoot ? 'User nobody\nGroup nogroup\n' : ''}TypesConfig /etc/mime.types
DocumentRoot ${site}
DirectoryIndex index.html
<Directory ${site}>
  AllowOverride FileInfo
  Require all granted
</Directory>
`,
    );
    return { program, args: ['-d', work, '-f', config, '-DFOREGROUND'] };
  },
};

/** @type {Server} */
const caddy = {
  name: 'Caddy',
  command: async ({ site, work, port }) => {
    if ((await execute('caddy', ['version'])).code !== 0) return undefined;
    const config = join(work, 'Caddyfile');
    writeFileSync(
      config,
      `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${site}
  import ${join(site, 'hosting/Caddyfile')}
  file_server
}
`,
    );
    const env = { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work, HOME: work };
    return { program: 'caddy', args: ['run', '--adapter', 'caddyfile', '--config', config], env };
  },
};

/** @type {readonly Server[]} */
export const servers = [nginx, apache, caddy];

/** @returns {Promise<number>} a port that is free now */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/** @param {string} origin */
async function answers(origin) {
  try {
    await fetch(origin);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Server} server
 * @param {{ readonly site: string, readonly work: string }} folders
 * @returns {Promise<{ readonly origin: string, readonly stop: () => Promise<void> } | undefined>}
 *   undefined where the server is not installed
 * @throws {Error} with the server's own message, if it does not answer within ten seconds
 */
export async function startServer(server, { site, work }) {
  mkdirSync(work, { recursive: true });
  const port = await freePort();
  const command = await server.command({ site, work, port });
  if (command === undefined) return undefined;
  const { program, args, env = process.env } = command;
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (words += chunk));
  const gone = new Promise((resolve) => child.on('close', () => resolve(undefined)));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  process.on('exit', () => child.kill('SIGKILL'));
  for (let tenth = 0; tenth < 100; tenth += 1) {
    if (await answers(origin)) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${server.name} does not answer: ${words}`);
}
