import { defineConfig } from '@playwright/test';
import { builtPage } from '../../scripts/builtPage.mjs';
import { engineNames, type EngineName } from './engines';

/** The main journeys in every engine that this machine has. */
export default defineConfig<object, { engine: EngineName }>({
  testMatch: '*.journeys.ts',
  outputDir: '../../test-results/engines',
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  retries: 2,
  failOnFlakyTests: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // The slowest engine has a processor to itself; the others take turns on the other one.
  fullyParallel: false,
  workers: 2,
  use: { baseURL: builtPage.address() },
  projects: engineNames.map((engine) => ({ name: engine, use: { engine } })),
  webServer: builtPage.server,
});
