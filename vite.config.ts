import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicyTag } from './scripts/build/contentSecurityPolicyTag.ts';
import { monacoStyles } from './scripts/build/monacoStyles.ts';
import { offline } from './scripts/build/offline.ts';
import { prerenderPage } from './scripts/build/prerender.ts';
import { trimMonaco } from './scripts/trimMonaco.ts';

const source = fileURLToPath(new URL('./src', import.meta.url));

export default defineConfig({
  base: './',
  plugins: [
    react(),
    trimMonaco(),
    monacoStyles(),
    prerenderPage(),
    contentSecurityPolicyTag('hosted'),
  ],
  resolve: { alias: { '@': source } },
  build: { target: 'baseline-widely-available', modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    coverage: {
      provider: 'v8',
      reporter: ['text-summary'],
      include: ['src/{iam,syntax,qbusiness,audit,exporters}/**/*.ts'],
      exclude: ['**/*.{test,arbitrary,testing}.ts'],
      thresholds: { statements: 90, branches: 85, functions: 90, lines: 90 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: [
            'src/{iam,syntax,qbusiness,audit,exporters,cli}/**/*.test.ts',
            'src/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['src/{browser,ui,features,app}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
