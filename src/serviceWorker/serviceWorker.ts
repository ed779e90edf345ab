/** A file of the build and the hash that its bytes must have. */
export interface BuiltFile {
  /** Relative to the page; `./` is the page itself. */
  readonly url: string;
  readonly integrity: string;
}

/** Filled in by the build (`scripts/build/offline.ts`). */
declare const built: {
  readonly version: string;
  /** Files of the first visit. */
  readonly first: readonly BuiltFile[];
  /** Files that are downloaded later, such as the editor. */
  readonly later: readonly BuiltFile[];
};

declare const self: ServiceWorkerGlobalScope;

// Used once, because the build replaces each occurrence of `built` by the lists.
const build = built;

const page = './';
const absolute = (url: string): string => new URL(url, self.registration.scope).href;

/** Prefix of cache names. Contains the path, because one origin may serve several copies of the page. */
const prefix = `policy-builder ${self.registration.scope} `;
const ownCache = prefix + build.version;

const byAddress = (files: readonly BuiltFile[]) =>
  new Map(files.map((file) => [absolute(file.url), file]));

const first = byAddress(build.first);
const later = byAddress(build.later);

/** Aborts the downloads of `later` files. */
let downloads = new AbortController();

/**
 * Downloads a file and checks its hash, so that a cache never mixes files of two builds. If the browser's
 * cache has an error response, requests the file again from the server.
 *
 * @throws {Error} unless the answer is the file
 */
async function download({ url, integrity }: BuiltFile, signal?: AbortSignal): Promise<Response> {
  // Files with a hash in their names may come from the browser's cache.
  const cache = url.startsWith('assets/') ? 'default' : 'no-cache';
  const ask = async (mode: RequestCache) => {
    const init: RequestInit = { integrity, cache: mode, ...(signal && { signal }) };
    const response = await fetch(new Request(absolute(url), init));
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  try {
    return await ask(cache);
  } catch (error) {
    if (signal?.aborted) throw error;
    return ask('reload');
  }
}

async function keep(files: readonly BuiltFile[], signal?: AbortSignal): Promise<void> {
  const cache = await caches.open(ownCache);
  const missing = await Promise.all(
    files.map(async (file) => ((await cache.match(absolute(file.url))) ? [] : [file])),
  );
  await Promise.all(
    missing.flat().map(async (file) => cache.put(absolute(file.url), await download(file, signal))),
  );
}

/** Downloads the `later` files, unless the next version is activated meanwhile. */
async function keepLater(): Promise<void> {
  const { signal } = downloads;
  try {
    await keep([...later.values()], signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function mayOlderPageBeOpen(): Promise<boolean> {
  const { installing, waiting } = self.registration;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return installing !== null || waiting !== null || open.length > 1;
}

/**
 * Deletes the caches of other builds, once no older page can request their files. Does not wait for that,
 * because the next version cannot be activated while this worker is busy.
 */
async function dropOtherBuilds(): Promise<void> {
  if (await mayOlderPageBeOpen()) return;
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(prefix) && name !== ownCache)
      .map((name) => caches.delete(name)),
  );
}

/** The file from the cache of any build; names with a hash have the same content in every build. */
async function keptInAnyBuild(url: string): Promise<Response | undefined> {
  for (const name of [ownCache, ...(await caches.keys())]) {
    if (!name.startsWith(prefix)) continue;
    // Not `open`, which would create a cache that was deleted meanwhile.
    const response = await caches.match(url, { cacheName: name });
    if (response) return response;
  }
  return undefined;
}

async function answer(url: string, request: Request): Promise<Response> {
  const kept = await keptInAnyBuild(url);
  if (kept) return kept;
  const file = first.get(url) ?? later.get(url);
  if (file === undefined) return fetchAnew(request);
  const response = await download(file);
  await (await caches.open(ownCache)).put(url, response.clone());
  return response;
}

/** Requests a file of another build, bypassing an error response in the browser's cache. */
async function fetchAnew(request: Request): Promise<Response> {
  const response = await fetch(request);
  return response.ok ? response : fetch(new Request(request.url, { cache: 'reload' }));
}

/** The URL under which the response to a request is cached; undefined for requests that are not for files of the page. */
function keptUrl({ method, mode, url }: Request): string | undefined {
  if (method !== 'GET') return undefined;
  const { origin, pathname } = new URL(url);
  const bare = origin + pathname;
  const isPage = bare === absolute(page) || bare === absolute('index.html');
  if (mode === 'navigate' && isPage) return absolute(page);
  return first.has(bare) || later.has(bare) || bare.startsWith(absolute('assets/'))
    ? bare
    : undefined;
}

self.addEventListener('install', (event) => {
  event.waitUntil(keep([...first.values()]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const url = keptUrl(event.request);
  if (url !== undefined) event.respondWith(answer(url, event.request));
});

self.addEventListener('message', (event) => {
  // `idle`: the page is idle. `keepAll`: download files for large screens as well. `takeOver`: activate this
  // version now. `makeWay`: the next version is to be activated.
  if (event.data === 'idle') {
    event.waitUntil(dropOtherBuilds());
  } else if (event.data === 'keepAll') {
    event.waitUntil(keepLater());
  } else if (event.data === 'takeOver') {
    event.waitUntil(self.skipWaiting());
  } else if (event.data === 'makeWay') {
    downloads.abort();
    downloads = new AbortController();
  }
});
