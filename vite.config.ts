import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicyTag } from './scripts/build/contentSecurityPolicyTag.ts';
import { hostingFiles } from './scripts/build/hostingFiles.ts';
import { monacoStyles } from './scripts/build/monacoStyles.ts';
import { offline } from './scripts/build/offline.ts';
import { prerenderPage } from './scripts/build/prerender.ts';
import { licencesAndSbom } from './scripts/build/licencesAndSbom.ts';
import { singleFile } from './scripts/build/singleFile.ts';
import { uncompressedPreview } from './scripts/build/uncompressedPreview.ts';
import { isDeep } from './scripts/deep.mjs';

const source = fileURLToPath(new URL('./src', import.meta.url));
const namedCharacters = fileURLToPath(
  new URL('./node_modules/decode-named-character-reference/index.js', import.meta.url),
);

/** `vite build --mode single-file` makes one file that opens from disk. */
const singleFileMode = 'single-file';

const releasePlugins = (mode: string) =>
  mode === singleFileMode
    ? [singleFile()]
    : [contentSecurityPolicyTag(), hostingFiles(), offline()];

const componentTests = 'src/{browser,theme,ui,state,panels,features,app}/**/*.test.{ts,tsx}';

/** Tests that replace modules, or begin with a state of the page that nobody has used. */
const ownProcess = [
  'src/features/build/BuildView.test.tsx',
  'src/features/check/CheckView.test.tsx',
  'src/features/paste/PasteField.test.tsx',
];

/** Thousands of drawn or crafted inputs each: the longest, and no measure of what the other tests cover. */
const searches = [
  'src/**/*.{fuzz,oracle}.test.ts',
  'src/{regexps,timeGrowth}.test.ts',
  'src/iam/comparedVerdicts.test.ts',
  'src/iam/solver/{bruteForce,laws}.test.ts',
  'scripts/**/*.test.ts',
];

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [
    react(),
    monacoStyles(),
    prerenderPage(),
    licencesAndSbom(),
    uncompressedPreview(),
    ...releasePlugins(mode),
  ],
  resolve: {
    alias: {
      '@': source,
      // Its form for browsers asks `document` and writes HTML, which neither a worker nor the page's
      // Content-Security-Policy allows.
      'decode-named-character-reference': namedCharacters,
    },
  },
  build: {
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few chunks for the first load, which are read and run in tasks of their own: the page answers in
        // between. More would compress worse.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, tags: ['$initial' as const] },
            // Making the theme takes a third of what is left.
            { name: 'theme', test: /\/src\/theme\//, tags: ['$initial' as const] },
            { name: 'page', tags: ['$initial' as const] },
          ],
        },
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.endsWith('/src/ui/code/monaco.ts'))
            ? 'assets/monaco-[hash].js'
            : 'assets/[name]-[hash].js',
        // Licences ship in a file of their own.
        comments: { legal: false },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    // By default one processor stays idle, which is half of two.
    maxWorkers: '100%',
    // Properties make much garbage: with more room for the young, little of it is looked at twice.
    execArgv: ['--max-semi-space-size=64'],
    // A limit for tests that hang; slow machines and properties with many inputs stay well below it.
    testTimeout: isDeep ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
    setupFiles: ['scripts/propertySeed.mjs'],
    coverage: {
      provider: 'custom',
      customProviderModule: './scripts/countedCoverage.mjs',
      reporter: ['text-summary'],
      include: ['src/{words,iam,syntax,qbusiness,documents,exporters,batch}/**/*.ts'],
      exclude: ['**/*.{test,arbitrary,testing}.ts'],
      thresholds: { statements: 90, branches: 85, functions: 90, lines: 90 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          // Pure functions: one file's tests leave nothing for the next one's.
          isolate: false,
          env: { COVERAGE_IS_COUNTED: '1' },
          include: [
            'src/{words,iam,syntax,qbusiness,documents,exporters,batch,cli}/**/*.test.ts',
            'src/*.test.ts',
          ],
          exclude: searches,
        },
      },
      {
        extends: true,
        test: { name: 'core searches', environment: 'node', isolate: false, include: searches },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['src/app/freshPage.testing.ts', 'src/app/silentConsole.testing.ts'],
          include: [componentTests],
          exclude: ownProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui alone',
          environment: 'jsdom',
          setupFiles: ['src/app/silentConsole.testing.ts'],
          include: ownProcess,
        },
      },
    ],
  },
}));
