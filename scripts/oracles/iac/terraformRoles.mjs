// @ts-check
import { join } from 'node:path';
import { execute } from '../execute.mjs';
import { goldenFolder } from '../goldens.mjs';
import { writeFiles } from '../harness.mjs';
import { ACCOUNT, OTHER_ACCOUNT } from './cases.mjs';
import { storedRoles } from './canonical.mjs';
import {
  caseOf,
  compareHolders,
  compareRoles,
  makeExistingRoles,
  makeHolders,
  takeovers,
} from './roles.mjs';
import { check, cases, exportsFolder, folder, folderOf, say, skip } from './setting.mjs';
import { initialise, pluginFolder, terraform, terraformFiles } from './terraform.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('../localAws.mjs').LocalAws} LocalAws */

export async function formatTerraform() {
  const { code, stdout, stderr } = await execute('terraform', [
    'fmt',
    '-check',
    '-diff',
    '-recursive',
    exportsFolder,
    goldenFolder,
  ]);
  check(code === 0, 'terraform fmt leaves every file as it is', stdout + stderr);
  say('terraform fmt read every file');
}

/** @param {{ readonly terraformed: LocalAws, readonly foreign: LocalAws, readonly cli: LocalAws, readonly expected: ReadonlyMap<string, string> }} accounts */
export async function applyWithTerraform({ terraformed, foreign, cli, expected }) {
  const plugins = pluginFolder();
  const together = join(folder, 'terraform');
  const modules = cases.flatMap((one) =>
    terraformFiles(one, ['main.tf', 'companions.tf']).map(
      ([name, contents]) => /** @type {const} */ ([`${one.id}/${name}`, contents]),
    ),
  );
  writeFiles(together, [
    ...terraformFiles(/** @type {Case} */ (cases[0]), ['providers.tf']),
    ['modules.tf', cases.map(({ id }) => `module "${id}" {\n  source = "./${id}"\n}\n`).join('')],
    ...modules,
  ]);
  const initialised = await initialise(together, terraformed.env, plugins);
  if (initialised.code !== 0) {
    const why =
      plugins === undefined ? 'no provider on this disk (TF_PLUGIN_DIR) and none downloaded' : '';
    if (plugins === undefined) skip('terraform apply', why);
    else check(false, 'terraform init', initialised.stderr);
    return;
  }
  const validated = await terraform(together, terraformed.env, ['validate', '-no-color']);
  check(
    validated.code === 0 && !/warning|deprecated/i.test(validated.stdout),
    'terraform validate accepts every module without a warning',
    validated.stdout + validated.stderr,
  );
  say('terraform validate read every module');

  const foreignPlan = await terraform(together, foreign.env, ['plan', '-no-color', '-lock=false']);
  const complaints = unwrapped(foreignPlan.stderr).split(
    `This role is for account ${ACCOUNT}, and these are credentials of account ${OTHER_ACCOUNT}.`,
  );
  check(
    foreignPlan.code !== 0 && complaints.length === cases.length + 1,
    'terraform plan refuses every role in another account, with a sentence',
    foreignPlan.stderr,
  );
  say('terraform plan refused another account');

  await makeExistingRoles(terraformed);
  const applied = await terraform(together, terraformed.env, [
    'apply',
    '-no-color',
    '-auto-approve',
    '-parallelism=20',
  ]);
  check(applied.code === 0, 'terraform apply', applied.stderr);
  compareRoles('Terraform', expected, await storedRoles(terraformed));
  say('terraform applied every module');

  for (const { id, variables } of takeovers) {
    const one = caseOf(id);
    const own = join(folderOf(one), 'policies', 'terraform');
    const ready = await initialise(own, cli.env, plugins);
    check(ready.code === 0, `terraform init: ${one.title}`, ready.stderr);
    await makeHolders(cli);
    const exists = one.plan.target === 'new-role' ? ['role_exists=true'] : [];
    const taken = await terraform(own, cli.env, [
      'apply',
      '-no-color',
      '-auto-approve',
      ...[...exists, 'policy_exists=true', ...variables].map((pair) => `-var=${pair}`),
    ]);
    check(
      taken.code === 0 && taken.stdout.includes(`${exists.length + 1} imported,`),
      `Terraform takes over what exists: ${one.title}`,
      taken.stdout + taken.stderr,
    );
    const stored = await storedRoles(cli);
    compareRoles('Terraform, taking over,', expected, stored, [one]);
    compareHolders('Terraform', one, stored);
  }
  say('terraform took over roles that exist');
}

/**
 * Terraform breaks its sentences into framed lines.
 *
 * @param {string} text
 */
function unwrapped(text) {
  return text.replaceAll(/\s*[│╷╵]?\s+/g, ' ');
}
