import { defineConfig } from '@playwright/test';
import { engineNames, type EngineName } from './engines';

const port = Number(process.env['PORT'] ?? 4175);
const folder = process.env['DIST'] ?? 'dist';

/** The main journeys in every engine that this machine has. */
export default defineConfig<object, { engine: EngineName }>({
  testMatch: '*.journeys.ts',
  outputDir: '../../test-results/engines',
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  retries: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // One browser of each engine, side by side.
  fullyParallel: false,
  workers: engineNames.length,
  use: { baseURL: `http://127.0.0.1:${port}/` },
  projects: engineNames.map((engine) => ({ name: engine, use: { engine } })),
  webServer: {
    command: `node ../../node_modules/vite/bin/vite.js preview ../.. --host 127.0.0.1 --port ${port} --strictPort --outDir ${folder}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
