import type { Plugin, Rolldown } from 'vite';
import { noticesFile } from './releasePapers.ts';

const workerAddress =
  /new URL\([`"'](?:assets\/)?((?:editor\.worker|taskWorker)-[^`"']+)[`"'],\s*import\.meta\.url\)\.href/g;

/**
 * Makes one HTML file of the build: script, styles, icon font and the workers inside. It opens
 * from disk, where modules and workers cannot be loaded from other files.
 */
export function singleFile(): Plugin {
  return {
    name: 'single-file',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      publicDir: false,
      build: {
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        cssCodeSplit: false,
      },
    }),
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) throw new Error('Only a build has a bundle');
        return withEverything(html, bundle);
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const fileName of Object.keys(bundle)) {
          if (fileName.startsWith('assets/')) delete bundle[fileName];
        }
        const left = Object.keys(bundle).filter((name) => /\.(?:js|css|ttf)$/.test(name));
        if (left.length > 0) this.error(`Not in the single file: ${left.join(', ')}`);
      },
    },
  };
}

function withEverything(html: string, bundle: Rolldown.OutputBundle): string {
  const outputs = Object.values(bundle);
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const styles = outputs.flatMap((output) =>
    output.fileName.endsWith('.css') && output.type === 'asset' ? [textOf(output)] : [],
  );
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1) throw new Error(`${chunks.length} chunks, not one`);
  const script = inElement(withWorkers(chunk.code, bundle));
  const notices = bundle[noticesFile];
  if (notices?.type !== 'asset') throw new Error('The build has no licence notices');
  return html
    .replaceAll(
      /\s*<link\b[^>]*\brel="(?:modulepreload|stylesheet|manifest|apple-touch-icon)"[^>]*>/g,
      '',
    )
    .replace(/\s*<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/, '')
    .replace('</head>', () => `<style>${styles.join('\n')}</style></head>`)
    .replace('</body>', () => `<script type="module">${script}</script></body>`)
    .concat(`<!--\n${textOf(notices).replaceAll('--', '- -')}-->\n`);
}

const textOf = ({ source }: Rolldown.OutputAsset): string => source.toString();

function withWorkers(code: string, bundle: Rolldown.OutputBundle): string {
  let count = 0;
  const replaced = code.replaceAll(workerAddress, (_, fileName: string) => {
    const worker = bundle[`assets/${fileName}`];
    if (worker === undefined) throw new Error(`There is no ${fileName}`);
    count += 1;
    const bytes = Buffer.from(worker.type === 'chunk' ? worker.code : worker.source);
    return `"data:text/javascript;base64,${bytes.toString('base64')}"`;
  });
  if (count !== 2) throw new Error(`Monaco's and the audit's worker: ${count} named, not two`);
  // Vite's mark for what to load before a chunk, which it replaces after this; one file needs nothing.
  return replaced.replaceAll('__VITE_PRELOAD__', 'void 0');
}

/** A script ends at the first closing tag, wherever it stands; in strings and patterns, `\x3C` is the same. */
const inElement = (code: string): string =>
  code.replaceAll(/<(?=\/script|script|!--)/gi, String.raw`\x3C`);
