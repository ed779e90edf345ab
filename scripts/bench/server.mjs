// @ts-check
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * A file of the build, compressed as it is sent.
 *
 * @typedef {{ readonly path: string, readonly bytes: Buffer, readonly gzip: number, readonly brotli: Buffer }} SentFile
 */

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @param {string} folder
 * @returns {readonly SentFile[]}
 */
export function sentFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile() && extname(file) in types)
    .toSorted()
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      return {
        path: file.replaceAll(sep, '/'),
        bytes,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes),
      };
    });
}

/**
 * Serves the files with Brotli, as a good host does.
 *
 * @param {readonly SentFile[]} files
 * @returns {Promise<{ readonly url: string, readonly stop: () => void }>}
 */
export async function serve(files) {
  const byPath = new Map(files.map((file) => [`/${file.path}`, file]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname === '/' ? '/index.html' : pathname;
    const file = byPath.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const isForever = path.startsWith('/assets/');
    response
      .writeHead(200, {
        'Content-Type': types[extname(path)],
        'Content-Encoding': 'br',
        'Cache-Control': isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
      .end(file.brotli);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
