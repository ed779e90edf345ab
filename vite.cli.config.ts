import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** In a clone npx starts the file itself; npm sets the bit only where it installs a package. */
const executable = (): Plugin => ({
  name: 'executable',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.keys(bundle)) chmodSync(join(dir, file), 0o755);
  },
});

/** The headless twin: one file for Node that needs no package. */
export default defineConfig({
  plugins: [executable()],
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
  ssr: { noExternal: true },
});
