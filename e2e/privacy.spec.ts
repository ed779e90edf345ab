import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { application, BuilderPage } from './pages/BuilderPage';
import { openEveryView } from './pages/states';
import { distFolder, filesOf, StaticSite } from './StaticSite';
import { PageGuard } from './PageGuard';
import { openPage } from './pages/openPage';

declare global {
  var usedDoors: string[];
}

const dist = filesOf(distFolder);

/** Notes every way out of a page that is no request of Playwright's, before any script has run. */
async function watchDoors(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    globalThis.usedDoors = [];
    const watch = (owner: object, name: string) => {
      const door: unknown = Reflect.get(owner, name);
      if (typeof door !== 'function') return;
      const note = (args: readonly unknown[]) => usedDoors.push(`${name}: ${String(args[0])}`);
      const watched = new Proxy(door, {
        apply(target, self, args: unknown[]): unknown {
          note(args);
          return Reflect.apply(target, self, args);
        },
        construct(target, args: unknown[], self) {
          note(args);
          const made: unknown = Reflect.construct(target, args, self);
          if (made instanceof Object) return made;
          throw new TypeError(`${name} makes no object`);
        },
      });
      Reflect.set(owner, name, watched);
    };
    for (const name of [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'WebTransport',
      'EventSource',
      'RTCPeerConnection',
      'Worker',
      'SharedWorker',
      'BroadcastChannel',
      'open',
    ]) {
      watch(globalThis, name);
    }
    watch(Navigator.prototype, 'sendBeacon');
    watch(HTMLFormElement.prototype, 'submit');
    watch(HTMLFormElement.prototype, 'requestSubmit');
  });
  return () => page.evaluate(() => usedDoors);
}

test('once the page is there, a whole journey asks the server for nothing and opens no other door', async ({
  browser,
}) => {
  const site = await StaticSite.start(dist);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const guard = new PageGuard(context, site.origin);
  const page = await context.newPage();
  const usedDoors = await watchDoors(page);
  await openPage(page, site.address);
  await new BuilderPage(page).whenEditorsAreThere();
  const listed = dist
    .get('serviceWorker.js')
    ?.toString()
    .match(/sha256-/g)?.length;
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const [name = ''] = await caches.keys();
          return (await (await caches.open(name)).keys()).length;
        }),
      { timeout: 20_000 },
    )
    .toBe(listed);
  const askedWhileLoading = site.requests.length;

  const builder = new BuilderPage(page);
  await builder.fillIn(application);
  await builder.copy('Copy permissions policy');
  await builder.showResult('Commands');
  await builder.copy('Copy commands');
  await builder.download();
  await builder.chooseMode('API only');
  await builder.chooseCaller('lambda');
  await openEveryView(page);

  expect(site.requests.slice(askedWhileLoading)).toEqual([]);
  // Proves that the watch notices such a call.
  await page.evaluate(() => {
    new BroadcastChannel('watched').close();
  });
  const isOwnWorker = (door: string) => /^Worker: .*\/assets\/(?:editor\.w|taskW)orker-/.test(door);
  expect((await usedDoors()).filter((door) => !isOwnWorker(door))).toEqual([
    'BroadcastChannel: watched',
  ]);
  expect(guard.problems).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const keys = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
  expect(keys.filter((key) => !key.startsWith('qbusiness-policies:'))).toEqual([]);
  await context.close();
  await site.stop();
});

/** Addresses that the output may contain: links that a person follows, names that are no addresses. */
const mayBeNamed = [
  // Documentation and consoles: links in the page and comments in the exported files.
  /^https:\/\/(?:[a-z0-9-]+\.)*(?:aws\.amazon\.com|amazonaws\.com|amazonaws\.com\.cn|amazon\.com)$/,
  /^https:\/\/(?:docs\.github\.com|token\.actions\.githubusercontent\.com)$/,
  /^https:\/\/(?:developer\.hashicorp\.com|registry\.terraform\.io)$/,
  // Names of XML vocabularies and of JSON schemas.
  /^https?:\/\/(?:www\.w3\.org|json-schema\.org)$/,
  // Explanations in error messages of React, MUI, Monaco and React Hook Form.
  /^https:\/\/(?:react\.dev|mui\.com|(?:react-)?hook-form\.com|react-hook-form\.com|fb\.me)$/,
  /^https?:\/\/(?:github\.com|aka\.ms|go\.microsoft\.com|code\.visualstudio\.com)$/,
  // Explanations in error messages of MUI's data grid.
  /^https:\/\/(?:base-ui\.com|css-tricks\.com|(?:www\.)?microsoft\.com)$/,
  // Examples for fields, in the domains that RFC 2606 keeps for examples.
  /^https?:\/\/(?:[a-z0-9-]+\.)*example(?:\.(?:com|org|net))?$/,
  /^https?:\/\/localhost$/,
];

test('no other origin is named in the output, but for links and names', () => {
  const named = new Map<string, string>();
  for (const [path, bytes] of dist) {
    if (!/\.(?:html|js|css|webmanifest|svg)$/.test(path)) continue;
    for (const [, origin = ''] of bytes
      .toString()
      .matchAll(/\b((?:https?|wss?):\/\/[a-z0-9.-]*[a-z0-9])/gi)) {
      named.set(origin.toLowerCase(), path);
    }
  }
  const others = [...named].filter(([origin]) => !mayBeNamed.some((rule) => rule.test(origin)));
  expect(others).toEqual([]);
});

test('the page itself loads nothing from elsewhere', () => {
  const html = dist.get('index.html')?.toString() ?? '';
  const named = Array.from(
    html.matchAll(
      /<(?:script|link|img|iframe|source|object|embed)\b[^>]*?\b(?:src|href|data)="([^"]+)"/g,
    ),
    ([, address = '']) => address,
  );
  const [, list = ''] = /\bconst sources = \[([^\]]*)\];/.exec(html) ?? [];
  const scripts = Array.from(list.matchAll(/"([^"]*)"/g), ([, address = '']) => address);
  expect(scripts.length).toBeGreaterThan(1);
  const loaded = [...named, ...scripts];
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter((address) => !/^(?:\.\/|data:)/.test(address))).toEqual([]);
});

test('the policy of the page forbids what a script from outside would need', async ({ page }) => {
  await openPage(page);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  const directives = new Map(
    (policy ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  expect(directives.get('form-action')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  for (const name of ['script-src', 'style-src-elem']) {
    expect(
      directives.get(name)?.filter((source) => !/^'(?:self|sha256-.+)'$/.test(source)),
    ).toEqual([]);
  }
});
