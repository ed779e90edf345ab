import { test as base, expect, type BrowserContext } from '@playwright/test';
import { PageGuard } from './PageGuard';

interface Options {
  /**
   * Whether Monaco takes over on a wide screen, as for a visitor. Elsewhere the plain view stays, as on
   * a phone: loading Monaco takes as long as all the rest of a short journey.
   */
  readonly hasMonaco: boolean;
  /** Whether the page keeps itself for use without a network, as for a visitor. */
  readonly hasServiceWorker: boolean;
}

interface Fixtures {
  /** Watches every page of the test and fails it at the end; also when the test does not mention it. */
  readonly guard: PageGuard;
}

/** The pages of the context find no mouse, and leave Monaco out. */
const keepPlain = (context: BrowserContext) =>
  context.addInitScript(() => {
    const matches = globalThis.matchMedia.bind(globalThis);
    globalThis.matchMedia = (query) => matches(query.includes('pointer: fine') ? 'not all' : query);
  });

/** The browser takes for ever to register the page's service worker. */
const keepOutServiceWorker = (context: BrowserContext) =>
  context.addInitScript(() => {
    // Without a secure origin there is none.
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.register = () => new Promise(() => {});
  });

export const test = base.extend<Fixtures & Options>({
  hasMonaco: [false, { option: true }],
  hasServiceWorker: [false, { option: true }],
  context: async ({ context, hasMonaco, hasServiceWorker }, use) => {
    if (!hasMonaco) await keepPlain(context);
    if (!hasServiceWorker) await keepOutServiceWorker(context);
    await use(context);
  },
  guard: [
    async ({ context, baseURL }, use) => {
      const guard = new PageGuard(context, new URL(baseURL ?? '').origin);
      await use(guard);
      expect(guard.problems, 'the page stays silent and within its own files').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
