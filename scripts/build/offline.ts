import { createHash } from 'node:crypto';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { noticesFile } from './licencesAndSbom.ts';
import { bundledFiles, publicFiles, type OutputFile } from './outputFiles.ts';

/** Files that the page itself requests; others are for hosts and for link previews. */
const servedFile = /(?<!^og)\.(?:html|js|css|ttf|svg|png|webmanifest)$/;

const integrityOf = ({ bytes }: OutputFile): string =>
  `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/**
 * Adds the service worker, which knows each file of the build by its hash. Its own address never
 * changes: browsers compare its bytes to find a new version.
 */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = [...bundledFiles(bundle), ...publicFiles(config.publicDir)]
          .filter(({ path }) => servedFile.test(path))
          .toSorted((one, other) => (one.path < other.path ? -1 : 1));
        const forLater = filesForLater(bundle);
        const listed = (isForLater: boolean) =>
          files
            .filter(({ path }) => forLater.has(path) === isForLater)
            .map((file) => ({
              url: file.path === 'index.html' ? './' : file.path,
              integrity: integrityOf(file),
            }));
        const built = { first: listed(false), later: listed(true) };
        const version = createHash('sha256').update(JSON.stringify(built)).digest('hex');
        this.emitFile({
          type: 'asset',
          fileName: 'serviceWorker.js',
          source: await serviceWorker(config, { version: version.slice(0, 16), ...built }),
        });
      },
    },
  };
}

/** Files that are cached later, because the page works without them: Monaco and the licences. */
function filesForLater(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const outputs = Object.values(bundle);
  const isMonaco = (names: readonly string[]) =>
    names.some((name) => name.includes('/monaco-editor/'));
  const chunks = outputs.flatMap((output) =>
    output.type === 'chunk' && isMonaco(output.moduleIds) ? [output] : [],
  );
  const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const assets = outputs
    .filter(({ fileName }) => /(?:codicon-.*\.ttf|editor\.worker-.*\.js)$/.test(fileName))
    .map(({ fileName }) => fileName);
  return new Set([...chunks.map(({ fileName }) => fileName), ...styles, ...assets, noticesFile]);
}

async function serviceWorker({ root }: ResolvedConfig, built: object): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { built: JSON.stringify(built) },
    build: {
      write: false,
      rolldownOptions: {
        input: 'src/serviceWorker/serviceWorker.ts',
        output: { format: 'iife' },
      },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('No service worker was built');
  return output.output[0].code;
}
