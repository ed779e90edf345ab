// @ts-check
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../run.mjs';

/** The exports of the representative plans, as they lie in the repository. */
export const goldenFolder = join(root, 'src/exporters/__golden__');

/**
 * The goldens of one plan each, so that tools judge what reviewers see.
 *
 * @returns {readonly { readonly id: string, readonly files: ReadonlyMap<string, string> }[]} contents by `exporter/name`
 */
export const readGoldens = () =>
  readdirSync(goldenFolder).map((plan) => {
    const folder = join(goldenFolder, plan);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map(
        (path) =>
          /** @type {const} */ ([
            path.replaceAll(sep, '/'),
            readFileSync(join(folder, path), 'utf8'),
          ]),
      );
    return { id: `golden/${plan}`, files: new Map(files) };
  });
