import type { Plugin, PluginOption, Rolldown } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { withPolicy } from './contentSecurityPolicyTag.ts';
import { noticesFile } from './licencesAndSbom.ts';

const workerAddress =
  /new URL\([`"']((?:editor\.worker|taskWorker)-[^`"']+)[`"'],\s*import\.meta\.url\)\.href/g;

/**
 * Makes one HTML file of the build: script, styles, icon font and the workers inside. It opens
 * from disk, where modules and workers cannot be loaded from other files.
 */
export const singleFile = (): PluginOption => [embeddedWorkers(), viteSingleFile(), finishedFile()];

/**
 * Puts the workers into the script. `vite-plugin-singlefile` leaves them as files beside the page, and
 * Vite's own `?worker&inline` makes a `Worker` of a text, which Trusted Types refuse.
 */
function embeddedWorkers(): Plugin {
  return {
    name: 'embedded-workers',
    enforce: 'post',
    config: () => ({ publicDir: false }),
    transformIndexHtml: {
      order: 'post',
      // Without references to files of a server; with the script last, so that the page is painted before it runs.
      handler: (html) => {
        const script = /<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/.exec(html)?.[0];
        if (script === undefined) throw new Error('index.html names no script');
        return html
          .replaceAll(/\s*<link\b[^>]*\brel="(?:manifest|apple-touch-icon)"[^>]*>/g, '')
          .replace(script, '')
          .replace('</body>', () => `${script}</body>`);
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const [chunk] = chunks;
        if (chunk === undefined || chunks.length > 1)
          this.error(`${chunks.length} chunks, not one`);
        chunk.code = inElement(withWorkers(chunk.code, bundle));
      },
    },
  };
}

/** Moves each worker from the bundle to the place that names it. */
function withWorkers(code: string, bundle: Rolldown.OutputBundle): string {
  let count = 0;
  const replaced = code.replaceAll(workerAddress, (_, fileName: string) => {
    const worker = bundle[fileName];
    if (worker === undefined) throw new Error(`There is no ${fileName}`);
    count += 1;
    const bytes = Buffer.from(worker.type === 'chunk' ? worker.code : worker.source);
    delete bundle[fileName];
    return `"data:text/javascript;base64,${bytes.toString('base64')}"`;
  });
  if (count !== 2) throw new Error(`Monaco's and the audit's worker: ${count} named, not two`);
  return replaced;
}

/**
 * A script ends at the first closing tag, wherever it stands and however it is written; in strings and
 * patterns, `\x3C` is the same. The plugin knows `</script>` in small letters alone.
 */
const inElement = (code: string): string =>
  code.replaceAll(/<(?=\/script|script|!--)/gi, String.raw`\x3C`);

/** Last, because the policy contains hashes of the file's scripts and styles. */
function finishedFile(): Plugin {
  return {
    name: 'finished-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        const notices = bundle[noticesFile];
        if (page?.type !== 'asset' || notices?.type !== 'asset') {
          this.error('The build has no page or no licence notices');
        }
        const html = withPolicy(page.source.toString(), 'single-file');
        page.source = `${html}<!--\n${notices.source.toString().replaceAll('--', '- -')}-->\n`;
        const left = Object.keys(bundle).filter((name) => /\.(?:js|css|ttf)$/.test(name));
        if (left.length > 0) this.error(`Not in the single file: ${left.join(', ')}`);
      },
    },
  };
}
