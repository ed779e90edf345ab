/** A file of the build and the hash that its bytes must have. */
export interface BuiltFile {
  /** Relative to the page; `./` is the page itself. */
  readonly url: string;
  readonly integrity: string;
}

/** Filled in by the build (`scripts/build/offline.ts`). */
declare const built: {
  readonly version: string;
  /** What a first visit needs. */
  readonly first: readonly BuiltFile[];
  /** The editor and whatever else can wait. */
  readonly later: readonly BuiltFile[];
};

declare const self: ServiceWorkerGlobalScope;

// Once: the build writes the lists wherever `built` stands.
const build = built;

const page = './';
const absolute = (url: string): string => new URL(url, self.registration.scope).href;

/** One origin may serve several such pages, each below a path of its own. */
const prefix = `policy-builder ${self.registration.scope} `;
const ownCache = prefix + build.version;

const byAddress = (files: readonly BuiltFile[]) =>
  new Map(files.map((file) => [absolute(file.url), file]));

const first = byAddress(build.first);
const later = byAddress(build.later);

/** Calls off what this worker still downloads for later. */
let downloads = new AbortController();

/**
 * Files of another build fail here, so that a cache never holds parts of two. What the browser has kept
 * may be an error, from a server that marked it as kept for ever: then the server is asked itself.
 *
 * @throws {Error} unless the answer is the file
 */
async function download({ url, integrity }: BuiltFile, signal?: AbortSignal): Promise<Response> {
  // The other files carry a hash in their names: what the browser has of them is right.
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

/** The editor and the like, unless the next version wants to begin meanwhile. */
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
 * An older build's files stay as long as an older page may still ask for them. Never waits: the next
 * version cannot begin before this worker has finished.
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

/** The file as some build of this page had it; names with a hash mean the same bytes in every build. */
async function keptInAnyBuild(url: string): Promise<Response | undefined> {
  for (const name of [ownCache, ...(await caches.keys())]) {
    if (!name.startsWith(prefix)) continue;
    // Not `open`, which would make a cache anew that is removed meanwhile.
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

/** A file of another build, which may have been kept by the browser as an error. */
async function fetchAnew(request: Request): Promise<Response> {
  const response = await fetch(request);
  return response.ok ? response : fetch(new Request(request.url, { cache: 'reload' }));
}

/** Under which address a request's answer is kept; undefined for what is none of this page's files. */
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
  // `idle`: the page has settled. `keepAll`: there is room for what only large screens use.
  // `takeOver`: the person wants this version now. `makeWay`: they want the one after it.
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
