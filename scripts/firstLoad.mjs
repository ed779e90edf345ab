// @ts-check
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** Addresses of scripts and styles, as `src`, as `href` or as text of the script that starts the page. */
const namedInPage = /["'`](?:\.\/)?([\w./-]+\.(?:js|css))["'`]/g;

/**
 * What a page loads before anybody does anything: the page, the scripts and styles that it names, and what those
 * import statically. What is imported on demand counts as later.
 *
 * @param {readonly string[]} files the files of the build, by their paths below its folder
 * @param {(file: string) => string} read
 * @returns {ReadonlySet<string>}
 * @throws Error where the page names no script of the build, since then most of it would go uncounted.
 */
export function firstLoad(files, read) {
  const known = new Set(files);
  const named = Array.from(read('index.html').matchAll(namedInPage), ([, name = '']) => name);
  const found = new Set(['index.html', ...named.filter((name) => known.has(name))]);
  if (!Array.from(found).some((file) => file.endsWith('.js'))) {
    throw new Error('index.html names no script of the build');
  }
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const name of staticImports(file, read(file))) if (known.has(name)) found.add(name);
  }
  return found;
}

/**
 * @param {string} file
 * @param {string} source
 */
function staticImports(file, source) {
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ].map((address) => posix.join(posix.dirname(file), address));
}
