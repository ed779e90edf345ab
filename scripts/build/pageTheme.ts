import { join } from 'node:path';
import type * as pageThemeModule from '../../src/app/pageTheme.tsx';
import { runnerImport, type Plugin, type ResolvedConfig } from 'vite';

const id = 'virtual:theme';
const resolvedId = `\0${id}`;

/** Makes the design system of `src/app/theme.ts` now, so that the page need not make it each time. */
export function pageTheme(): Plugin {
  let config: ResolvedConfig;
  const read = () =>
    runnerImport<typeof pageThemeModule>(join(config.root, 'src/app/pageTheme.tsx'), {
      resolve: { alias: config.resolve.alias },
    });
  return {
    name: 'page-theme',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: { filter: { id: /^virtual:theme$/ }, handler: () => resolvedId },
    load: {
      filter: { id: /^\0virtual:theme$/ },
      async handler() {
        const { module, dependencies } = await read();
        for (const file of dependencies) this.addWatchFile(file);
        return module.themeModule();
      },
    },
    transformIndexHtml: {
      order: 'pre',
      async handler() {
        const { module } = await read();
        return [{ tag: 'style', children: module.baseStyleSheet(), injectTo: 'head' }];
      },
    },
  };
}
