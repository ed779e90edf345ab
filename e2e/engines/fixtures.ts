import { test as base, expect } from '@playwright/test';
import { Administrator } from './Administrator';
import type { Driver } from './Driver';
import { findEngine, type EngineName } from './engines';

interface Options {
  readonly engine: EngineName;
}

interface Browser {
  /** Why this machine does not have the engine. */
  readonly missing: string | undefined;
  readonly driver: Driver | undefined;
}

interface Page {
  readonly administrator: Administrator;
}

/** A journey in one engine: one browser for all of them, a fresh page for each. */
export const test = base.extend<Page, Options & Browser>({
  engine: ['chromium', { scope: 'worker', option: true }],
  missing: [
    async ({ engine }, use) => {
      const found = findEngine(engine);
      await use('missing' in found ? found.missing : undefined);
    },
    { scope: 'worker' },
  ],
  driver: [
    async ({ engine }, use) => {
      const found = findEngine(engine);
      if ('missing' in found) return use(undefined);
      const driver = await found.start();
      await use(driver);
      await driver.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  administrator: async ({ driver, missing, baseURL }, use) => {
    test.skip(missing !== undefined, missing);
    if (driver === undefined) throw new Error('No browser was started');
    // Nothing of the journey before stays: neither what is stored, which the page restores, nor the page.
    await driver.open(`${baseURL ?? ''}icons/icon.svg`);
    await driver.evaluate('(localStorage.clear(), sessionStorage.clear(), true)');
    await driver.open('about:blank');
    const before = (await driver.problems()).length;
    await driver.open(baseURL ?? '');
    await expect
      .poll(() => driver.evaluate('document.querySelectorAll("form:not([aria-busy])").length'))
      .toBe(1);
    await use(new Administrator(driver));
    const problems = await driver.problems();
    expect(problems.slice(before), 'the console stays silent').toEqual([]);
  },
});

export { expect };
