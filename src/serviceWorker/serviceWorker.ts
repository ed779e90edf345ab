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

/** Files of another build fail here, so that a cache never holds parts of two. */
function download({ url, integrity }: BuiltFile): Promise<Response> {
  // The other files carry a hash in their names: what the browser has of them is right.
  const cache = url.startsWith('assets/') ? 'default' : 'no-cache';
  return fetch(new Request(absolute(url), { integrity, cache }));
}

async function keep(files: readonly BuiltFile[]): Promise<void> {
  const cache = await caches.open(ownCache);
  const missing = await Promise.all(
    files.map(async (file) => ((await cache.match(absolute(file.url))) ? [] : [file])),
  );
  await Promise.all(
    missing.flat().map(async (file) => {
      const response = await download(file);
      if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
      await cache.put(absolute(file.url), response);
    }),
  );
}

async function mayOlderPageBeOpen(): Promise<boolean> {
  const { installing, waiting } = self.registration;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return installing !== null || waiting !== null || open.length > 1;
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** An older build's files stay as long as an older page may still ask for them. */
async function dropOtherBuilds(): Promise<void> {
  // The page that a reload leaves behind counts as open for a while.
  for (let second = 0; await mayOlderPageBeOpen(); second += 1) {
    if (second === 10) return;
    await pause(1_000);
  }
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
  if (file === undefined) return fetch(request);
  const response = await download(file);
  if (response.ok) await (await caches.open(ownCache)).put(url, response.clone());
  return response;
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
  // `takeOver`: the person wants the new version now.
  if (event.data === 'idle') {
    event.waitUntil(dropOtherBuilds());
  } else if (event.data === 'keepAll') {
    event.waitUntil(keep([...later.values()]));
  } else if (event.data === 'takeOver') {
    event.waitUntil(self.skipWaiting());
  }
});
