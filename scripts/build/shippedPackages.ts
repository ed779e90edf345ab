import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'vite';

/** An npm package of which at least one line is in the build. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly license: string;
  readonly homepage: string | undefined;
  /** Licence and notice files, as the package has them. */
  readonly texts: readonly string[];
  /** `sha512-…`, as package-lock.json states it for the archive. */
  readonly integrity: string | undefined;
}

/** Licences that ask for no more than their text. */
const permissive: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]);

const legalFile = /^(?:licen[cs]e|notice|copying|thirdpartynotices)(?:\.(?:md|txt))?$/i;

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly homepage?: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/** @throws Error when a package has no licence, no licence text or not a permissive licence. */
export function shippedPackages(
  root: string,
  bundle: Rolldown.OutputBundle,
): readonly ShippedPackage[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const folders = new Set<string>();
  for (const output of Object.values(bundle)) {
    if (output.type !== 'chunk') continue;
    for (const id of output.moduleIds) {
      const folder = packageFolder(id);
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders]
    .map((folder) => describe(folder, lock))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The folder below the last `node_modules`: packages may hold further package.json files inside. */
function packageFolder(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

function describe(folder: string, lock: Lock): ShippedPackage {
  const { name, version, license, homepage } =
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (name === undefined || version === undefined) throw new Error(`${folder} has no name`);
  if (license === undefined || !permissive.has(license)) {
    throw new Error(`${name} ${version} may not ship: its licence is ${license ?? 'unknown'}`);
  }
  const texts = readdirSync(folder)
    .filter((file) => legalFile.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0) throw new Error(`${name} ${version} comes without a licence text`);
  const { integrity } = lock.packages[folder.slice(folder.indexOf('node_modules/'))] ?? {};
  return { name, version, license, homepage, texts, integrity };
}
