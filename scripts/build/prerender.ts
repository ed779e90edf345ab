import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import type { PrerenderedPage } from '../../src/prerender';

const emptyRoot = '<div id="root"></div>';

/** Puts the page as React draws it, and the styles that it uses, into the built index.html. */
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
        // The single file holds its script itself.
        const page = config.mode === 'single-file' ? html : startedAfterPaint(html);
        return page
          .replace('</head>', () => `${styles}</head>`)
          .replace(emptyRoot, () => `<div id="root">${markup}</div>`);
      },
    },
  };
}

/**
 * The page can be read before its script is there: what paints it shares the line with nothing. Where
 * the browser kept an error in place of the script, because a release was under way say, the script is
 * asked for past every cache, and the page starts once more.
 */
const startedAfterPaint = (html: string): string =>
  html.replace(
    /<script type="module"[^>]* src="([^"]+)"><\/script>/,
    (_, source: string) => `<script type="module">
      const source = "${source}";
      const mark = 'qbusiness-policies:healed';
      async function heal() {
        if (sessionStorage.getItem(mark) === source) return;
        const { ok } = await fetch(source, { cache: 'reload' });
        if (!ok) return;
        sessionStorage.setItem(mark, source);
        location.reload();
      }
      const start = () => import(source).catch((error) => {
        heal().catch(() => {});
        throw error;
      });
      requestAnimationFrame(() => setTimeout(start));
    </script>`,
  );

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
