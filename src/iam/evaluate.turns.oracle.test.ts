import { describe, expect, it } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import type { AccessRequest } from './evaluate';
import { parsePolicy } from './parse';
import { Solver } from './solver/decide';
import {
  type Keys,
  type Statement,
  actions,
  identityPolicy,
  resources,
} from './drawnRequests.testing';
import { oracleIdentity, ourIdentity } from './iamSimulate.testing';
import { Dice } from './seededRandom.testing';

/** What the two are known to decide differently, by the names below. */
function isNamedDifference(policy: Statement, { resource, context }: AccessRequest): boolean {
  const keys = Object.entries(context?.keys ?? {});
  return (
    resource === '*' ||
    JSON.stringify(policy).includes('${') ||
    keys.some(([key, value]) => {
      const texts = typeof value === 'string' ? [value] : value;
      const isAddress = key.toLowerCase() === 'aws:sourceip' || key.startsWith('many:awsSourceIp');
      const isTime = /time$/i.test(key);
      return (
        texts.length === 0 ||
        texts.includes('') ||
        (isAddress && texts.some((text) => text.includes(':'))) ||
        (isTime && /epoch/i.test(key)) ||
        // A list under a key that conditions without set operator ask for.
        (typeof value !== 'string' && !key.startsWith('many:'))
      );
    })
  );
}

describe('the evaluation agrees with iam-simulate where decisions turn', () => {
  const policies = runs(300, 1_000);
  it(`on the requests that the solver finds for ${policies} identity policies`, () => {
    const dice = new Dice(20_261_125);
    const seen: Record<string, number> = {};
    for (let i = 0; i < policies; i += 1) {
      const policy = identityPolicy(dice);
      const { document } = parsePolicy(policy);
      const solver = new Solver();
      const alone = document.statements.map((statement) => ({
        ...document,
        statements: [statement],
      }));
      // For the whole document and for each statement: a request that it allows and one that it does not.
      for (const one of [document, ...alone]) {
        for (const is of ['allowed', 'notAllowed', 'refused'] as const) {
          const answer = solver.decide({
            claims: [{ policies: { kind: 'identity', documents: [one] }, is }],
            parts: { actions, resources: [{ like: resources }] },
          });
          if (answer.answer !== 'yes') continue;
          const [request] = answer.witness.requests;
          if (isNamedDifference(policy, request)) continue;
          const { action, resource } = request;
          const keys: Keys = Object.fromEntries(
            Object.entries(request.context?.keys ?? {}).map(([key, value]) => [
              key,
              typeof value === 'string' ? value : [...value],
            ]),
          );
          const actual = ourIdentity(policy, action, resource, keys);
          if (actual === 'notDecided') continue;
          const expected = oracleIdentity(policy, action, resource, keys);
          if (actual !== expected)
            throw new Error(JSON.stringify({ policy, action, resource, keys, expected, actual }));
          seen[actual] = (seen[actual] ?? 0) + 1;
        }
      }
    }
    expect(
      Math.min(seen['allowed'] ?? 0, seen['explicitDeny'] ?? 0, seen['implicitDeny'] ?? 0),
    ).toBeGreaterThan(policies / 5);
  });
});
