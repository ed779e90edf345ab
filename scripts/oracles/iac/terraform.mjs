// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { execute } from '../execute.mjs';

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
 * The files of a plan's `terraform` folder.
 *
 * @param {import('./cases.mjs').Case} one
 * @param {readonly string[]} names
 */
export const terraformFiles = (one, names) =>
  names.flatMap((name) => {
    const contents = one.files.get(`policies/terraform/${name}`);
    return contents === undefined ? [] : [/** @type {const} */ ([name, contents])];
  });

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 */
export const terraform = (folder, env, args) =>
  execute('terraform', [...args], {
    cwd: folder,
    env: {
      ...env,
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
      NO_COLOR: '1',
      // Garbage collection of the provider's schema takes a fifth of the time otherwise.
      GOGC: '400',
    },
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
