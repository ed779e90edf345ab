// @ts-check
import { isDeep } from '../../deep.mjs';
import { driftAndBack, foreign, sameMeaning } from './scenarios/drift.mjs';
import { failing } from './scenarios/failing.mjs';
import { hostile } from './scenarios/hostile.mjs';
import { killed, trouble } from './scenarios/interruptions.mjs';
import { commands, life, removal } from './scenarios/life.mjs';
import { managedPolicies } from './scenarios/managedPolicies.mjs';
import { refusals } from './scenarios/refusals.mjs';
import { prepare } from './setting.mjs';
import { workplace } from './workplace.mjs';

/** @typedef {import('./setting.mjs').Scenario} Scenario */
/** @typedef {import('./setting.mjs').Setting} Setting */

/** @type {readonly Scenario[]} */
export const everyCase = [life, commands];

/** @param {Scenario} scenario */
const inDeep = (scenario) => (isDeep ? [scenario] : []);

/** What is tried on a new role with an inline policy, one with a managed policy, and a role that exists. */
export const deep = {
  inline: [
    ...inDeep(failing),
    hostile,
    foreign,
    driftAndBack,
    ...inDeep(killed),
    refusals,
    trouble,
  ],
  // A managed policy takes more steps that can fail or be cut short.
  managed: [
    failing,
    ...inDeep(hostile),
    ...inDeep(driftAndBack),
    killed,
    managedPolicies,
    sameMeaning,
  ],
  existing: [...inDeep(hostile), driftAndBack, removal],
};

/** @param {Scenario} scenario @param {Setting} setting */
export async function play(scenario, setting) {
  await prepare(setting);
  setting.account.behaviour.changes = [];
  const place = workplace(setting);
  try {
    await scenario.play(setting, place);
  } finally {
    place.remove();
  }
}
