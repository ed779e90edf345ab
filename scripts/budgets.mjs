// @ts-check

/**
 * Ceilings of what a visitor downloads, in bytes after Brotli at its best level: exact, and the same on every machine.
 *
 * `first-load` is index.html and everything that it pulls in without anyone asking, which `firstLoad.mjs` finds; `lazy`
 * is the rest whose name matches.
 * A `goal` that lies below its ceiling is not reached yet; the ceiling keeps what was reached.
 *
 * @type {readonly {
 *   readonly title: string,
 *   readonly scope: 'first-load' | 'lazy',
 *   readonly files: RegExp,
 *   readonly brotliBytes: number,
 *   readonly goal?: number,
 * }[]}
 */
export const budgets = [
  {
    title: 'First load: page, scripts and styles',
    scope: 'first-load',
    files: /\.(?:html|js|css)$/,
    brotliBytes: 222_000,
    goal: 210_000,
  },
  {
    title: 'Monaco: the chunk that every editor shares',
    scope: 'lazy',
    files: /^assets\/monaco-[\w-]+\.js$/,
    brotliBytes: 660_000,
  },
  {
    title: 'Later: the table of applications, workers and whatever else is loaded on demand',
    scope: 'lazy',
    files: /\.(?:js|css|ttf|woff2)$/,
    brotliBytes: 1_425_000,
  },
];
