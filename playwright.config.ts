import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, systemChromium } from './scripts/browser.mjs';

const port = Number(process.env['PORT'] ?? 4174);
const folder = process.env['DIST'] ?? 'dist';
const executablePath = systemChromium();
const phoneSpecs = /\.phone\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  // A busy machine may lose a race that says nothing about the page; a fault fails every time.
  retries: 2,
  // Limits for what hangs; slow machines stay well below them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/__screenshots__/{arg}{ext}',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      args: chromiumArguments,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    // Recording takes a third of the time: `npx playwright test --trace retain-on-failure` where needed.
    trace: 'off',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: phoneSpecs,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    { name: 'phone', testMatch: phoneSpecs, use: { ...devices['Pixel 7'] } },
  ],
  // The built page, with its Content-Security-Policy, as a visitor gets it.
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${folder}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
