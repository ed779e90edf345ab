import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The build that the journeys look at. */
export const distFolder = fileURLToPath(
  new URL(`${process.env['DIST'] ?? 'dist'}/`, new URL('../', import.meta.url)),
);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Files by their path below the site, with `/`. */
export type Files = ReadonlyMap<string, Buffer>;

export function filesOf(folder: string): Files {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file.replaceAll(sep, '/'), readFileSync(join(folder, file))]),
  );
}

/** The plainest of hosts: files below a path, nothing else. Its files can change, and it can go away. */
export class StaticSite {
  files: Files;
  /** What every answer says of its keeping, errors included. */
  cacheControl = 'no-cache';
  /** How many pieces the page comes in, some frames apart, as over a slow line. */
  pieces = 1;
  readonly #basePath: string;
  readonly #server: Server;
  readonly #requests: string[] = [];

  private constructor(files: Files, basePath: string) {
    this.files = files;
    this.#basePath = basePath;
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://site');
      this.#requests.push(pathname);
      const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : undefined;
      const file = path === '' ? 'index.html' : path;
      const bytes = file === undefined ? undefined : this.files.get(decodeURIComponent(file));
      if (bytes === undefined) {
        response.writeHead(404, { 'Cache-Control': this.cacheControl }).end();
        return;
      }
      response.writeHead(200, {
        'Content-Type': types[extname(file ?? '')] ?? 'application/octet-stream',
        'Cache-Control': this.cacheControl,
      });
      void this.#send(response, bytes, file === 'index.html' ? this.pieces : 1);
    });
  }

  async #send(response: ServerResponse, bytes: Buffer, pieces: number): Promise<void> {
    const length = Math.ceil(bytes.length / pieces);
    for (let start = 0; start < bytes.length; start += length) {
      if (start > 0) await setTimeout(30);
      response.write(bytes.subarray(start, start + length));
    }
    response.end();
  }

  static async start(files: Files, basePath = '/'): Promise<StaticSite> {
    const site = new StaticSite(files, basePath);
    await new Promise<void>((resolve) => {
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The site has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  get address(): string {
    return this.origin + this.#basePath;
  }

  /** The paths that were asked for, in their order. */
  get requests(): readonly string[] {
    return this.#requests;
  }

  /** From now on nobody answers at this address. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}
