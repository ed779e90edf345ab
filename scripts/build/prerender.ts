import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import type { PrerenderedPage } from '../../src/prerender';

const emptyRoot = '<div id="root"></div>';

/** Adds the page as rendered by React, with its styles, to the built index.html. */
export function prerenderPage(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'prerender-page',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        if (!html.includes(emptyRoot)) throw new Error(`index.html has no ${emptyRoot}`);
        const { markup, styles } = await renderedPage(config);
        if (/<script\b/.test(markup)) throw new Error('The prerendered page contains a script');
        // The single file contains its script.
        const page = config.mode === 'single-file' ? html : startedAfterPaint(html);
        return page
          .replace('</head>', () => `${styles}</head>`)
          .replace(emptyRoot, () => `<div id="root">${markup}</div>`);
      },
    },
  };
}

const preload = /<link rel="modulepreload"[^>]* href="([^"]+)">\s*/g;

/**
 * Starts the scripts after the first paint, so that loading them does not delay it. They run one after
 * the other, each in its own task. If one fails to load, for example because the browser has cached an
 * error response during a release, all are requested again without caches, and the page is reloaded.
 */
function startedAfterPaint(html: string): string {
  const libraries = Array.from(html.matchAll(preload), ([, source = '']) => source);
  return html.replace(preload, '').replace(
    /<script type="module"[^>]* src="([^"]+)"><\/script>/,
    (_, source: string) => `<script type="module">
      const sources = ${JSON.stringify([...libraries, source])};
      const mark = 'qbusiness-policies:healed';
      async function heal() {
        if (sessionStorage.getItem(mark) === String(sources)) return;
        const answers = await Promise.all(sources.map((source) => fetch(source, { cache: 'reload' })));
        if (!answers.every(({ ok }) => ok)) return;
        sessionStorage.setItem(mark, String(sources));
        location.reload();
      }
      async function start() {
        for (const href of sources) {
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
        }
        try {
          for (const source of sources) await import(source);
        } catch (error) {
          heal().catch(() => {});
          throw error;
        }
      }
      requestAnimationFrame(() => setTimeout(start));
    </script>`,
  );
}

async function renderedPage({ root, cacheDir, resolve, mode }: ResolvedConfig) {
  const outDir = join(cacheDir, `prerender-${process.pid}`);
  await build({
    root,
    mode,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: resolve.alias },
    build: {
      ssr: 'src/prerender.tsx',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'prerender.js' } },
    },
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the module that was built above
  const { prerender } = (await import(pathToFileURL(join(outDir, 'prerender.js')).href)) as {
    prerender: () => PrerenderedPage;
  };
  return prerender();
}
