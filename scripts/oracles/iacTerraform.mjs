// @ts-check
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { execute } from './iacExecute.mjs';

const PROVIDER = join('registry.terraform.io', 'hashicorp', 'aws');

/**
 * The folder for `terraform init -plugin-dir`, so that nothing is downloaded: TF_PLUGIN_DIR, or where
 * Terraform's own documentation and offline images put providers.
 *
 * @returns {string | undefined}
 */
export function pluginFolder() {
  const home = homedir();
  const { TF_PLUGIN_DIR, TF_PLUGIN_CACHE_DIR } = process.env;
  const candidates = [
    TF_PLUGIN_DIR,
    TF_PLUGIN_CACHE_DIR,
    join(home, '.terraform.d', 'plugins'),
    join(home, '.terraform.d', 'plugin-cache'),
    join(home, '.local', 'share', 'terraform', 'plugins'),
    '/usr/local/share/terraform/plugins',
    '/usr/share/terraform/plugins',
    ...foldersIn('/opt'),
  ];
  return candidates.find((folder) => folder && existsSync(join(folder, PROVIDER)));
}

/** @param {string} folder */
const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name))
    : [];

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files contents by relative path
 */
export function writeFiles(folder, files) {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

/**
 * The files of a plan's `terraform` folder.
 *
 * @param {import('./iacCases.mjs').Case} one
 * @param {(name: string) => boolean} wanted
 */
export const terraformFiles = (one, wanted) =>
  Object.fromEntries(
    [...one.files].flatMap(([path, contents]) => {
      const [, name] = /^policies\/terraform\/(.+)$/.exec(path) ?? [];
      return name !== undefined && wanted(name) ? [[name, contents]] : [];
    }),
  );

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 */
export const terraform = (folder, env, args) =>
  execute('terraform', [...args], {
    cwd: folder,
    env: { ...env, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1', NO_COLOR: '1' },
  });

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {string | undefined} plugins
 */
export const initialise = (folder, env, plugins) =>
  terraform(folder, env, [
    'init',
    '-no-color',
    ...(plugins === undefined ? [] : [`-plugin-dir=${plugins}`]),
  ]);
