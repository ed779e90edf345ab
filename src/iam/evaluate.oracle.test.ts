import { describe, expect, it } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import {
  actions,
  identityPolicy,
  principals,
  requestKeys,
  resources,
  trustPolicy,
} from './drawnRequests.testing';
import { oracleIdentity, oracleTrust, ourIdentity, ourTrust } from './iamSimulate.testing';
import { Dice } from './seededRandom.testing';

describe('the evaluation agrees with iam-simulate', () => {
  const policies = runs(700, 10_000);
  it(`on ${policies * 10} requests to identity policies`, () => {
    const dice = new Dice(20_261_123);
    const seen: Record<string, number> = {};
    for (let i = 0; i < policies; i += 1) {
      const policy = identityPolicy(dice);
      for (let j = 0; j < 10; j += 1) {
        const action = dice.pick(actions);
        const resource = dice.pick(resources);
        const keys = requestKeys(dice);
        const expected = oracleIdentity(policy, action, resource, keys);
        const actual = ourIdentity(policy, action, resource, keys);
        if (actual !== expected)
          throw new Error(JSON.stringify({ policy, action, resource, keys, expected, actual }));
        seen[actual] = (seen[actual] ?? 0) + 1;
      }
    }
    expect(
      Math.min(seen['allowed'] ?? 0, seen['explicitDeny'] ?? 0, seen['implicitDeny'] ?? 0),
    ).toBeGreaterThan(policies / 2);
  });

  const trustPolicies = runs(400, 5_000);
  it(`on ${trustPolicies * principals.length} requests to trust policies`, () => {
    const dice = new Dice(42);
    const seen: Record<string, number> = {};
    for (let i = 0; i < trustPolicies; i += 1) {
      const policy = trustPolicy(dice);
      for (const principal of principals) {
        const keys = requestKeys(dice);
        const expected = oracleTrust(policy, principal, keys);
        const actual = ourTrust(policy, principal, keys);
        if (actual !== expected)
          throw new Error(JSON.stringify({ policy, principal, keys, expected, actual }));
        seen[actual] = (seen[actual] ?? 0) + 1;
      }
    }
    expect(
      Math.min(seen['allowed'] ?? 0, seen['explicitDeny'] ?? 0, seen['implicitDeny'] ?? 0),
    ).toBeGreaterThan(trustPolicies / 5);
  });
});
