import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, systemChromium } from './scripts/browser.mjs';
import { builtPage } from './scripts/builtPage.mjs';

const executablePath = systemChromium();
const phoneSpecs = /\.phone\.spec\.ts$/;

/** Journeys about what a browser keeps, loads or refuses: each begins in a browser that knows nothing. */
const firstVisits = /\/(?:hostile|offline|prerender|privacy|reach|safeStart|singleFile)\.spec\.ts$/;

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  // One more than the smallest machine has processors: a journey often waits.
  workers: 3,
  // Repeating tells what is flaky from what is broken. Both fail the run.
  retries: 2,
  failOnFlakyTests: true,
  // Limits for what hangs; slow machines stay well below them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/__screenshots__/{arg}{ext}',
  use: {
    baseURL: builtPage.address(),
    permissions: ['clipboard-read', 'clipboard-write'],
    // What moves is measured and clicked where it comes to rest.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      args: chromiumArguments,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    // Recording takes a third of the time: `npx playwright test --trace retain-on-failure` where needed.
    trace: 'off',
  },
  projects: [
    // The longest ones first, so that all workers end at the same time.
    { name: 'first-visit', testMatch: firstVisits, use: desktop },
    {
      name: 'chromium',
      testIgnore: [firstVisits, phoneSpecs],
      // Each begins with nothing stored, but the browser knows the scripts: it takes half of the time.
      use: { ...desktop, reuseContext: true },
    },
    { name: 'phone', testMatch: phoneSpecs, use: { ...devices['Pixel 7'] } },
  ],
  // The built page, with its Content-Security-Policy, as a visitor gets it.
  webServer: builtPage.server,
});
