import { test as base, expect } from '@playwright/test';
import { PageGuard } from './PageGuard';

interface Fixtures {
  /** Watches every page of the test and fails it at the end; also when the test does not mention it. */
  readonly guard: PageGuard;
}

export const test = base.extend<Fixtures>({
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
