import { describe, expect, it } from 'vitest';
import { runs } from '../../../scripts/deep.mjs';
import type { GrantVerdict } from '../compare';
import { comparePolicies } from '../compare.testing';
import { parsePolicy } from '../parse';
import { decide, type PolicySet } from './decide';
import { drawDocument, drawKeys } from './documents.arbitrary';
import { Dice } from '../seededRandom.testing';

type Json = Record<string, unknown>;

const statementsOf = (document: Json): Json[] => document['Statement'] as Json[];
const withStatements = (document: Json, statements: readonly Json[]): Json => ({
  ...document,
  Statement: statements,
});
const verdict = (before: Json, after: Json): GrantVerdict => comparePolicies(before, after).verdict;
const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]) as string[];

/** The same request, however the documents are written. */
function* draws(count: number, seed: number) {
  const dice = new Dice(seed);
  for (let i = 0; i < count; i += 1) {
    const kinds = drawKeys(dice);
    yield { dice, draw: () => drawDocument(dice, kinds) };
  }
}

describe('comparison keeps the laws', () => {
  it('a document grants the same as itself', () => {
    for (const { draw } of draws(runs(50, 500), 1)) {
      const document = draw();
      expect(verdict(document, document)).toBe('same');
      expect(verdict(document, { ...document, Id: 'x' })).toBe('formatting');
    }
  });

  it('more and less change places with the sides', () => {
    const swapped: Readonly<Record<GrantVerdict, GrantVerdict>> = {
      same: 'same',
      formatting: 'formatting',
      more: 'less',
      less: 'more',
      both: 'both',
      notDecided: 'notDecided',
    };
    for (const { draw } of draws(runs(40, 400), 2)) {
      const [before, after] = [draw(), draw()];
      expect(verdict(after, before)).toBe(swapped[verdict(before, after)]);
    }
  });

  it('more than more is more', () => {
    let seen = 0;
    for (const { draw } of draws(runs(150, 1_000), 3)) {
      const [a, b] = [draw(), draw()];
      const c = withStatements(b, [...statementsOf(b), ...statementsOf(draw())]);
      if (verdict(a, b) !== 'more' || verdict(b, c) !== 'more') continue;
      seen += 1;
      expect(verdict(a, c)).toBe('more');
    }
    expect(seen).toBeGreaterThan(3);
  });

  it('one more Allow never grants less, one more Deny never grants more', () => {
    for (const { draw } of draws(runs(50, 500), 4)) {
      const before = draw();
      const [extra] = statementsOf(draw());
      const adding = (Effect: string) =>
        verdict(before, withStatements(before, [...statementsOf(before), { ...extra, Effect }]));
      expect(['formatting', 'more', 'notDecided']).toContain(adding('Allow'));
      expect(['formatting', 'less', 'notDecided']).toContain(adding('Deny'));
    }
  });

  it('order, case of actions and a statement split by its lists change nothing', () => {
    for (const { draw } of draws(runs(50, 500), 5)) {
      const before = draw();
      const respelt = statementsOf(before).flatMap((statement): Json[] => {
        if (!('Action' in statement)) return [statement];
        return list(statement['Action'])
          .toReversed()
          .map((action) => ({ ...statement, Action: action.toUpperCase() }));
      });
      const after = withStatements(before, respelt.toReversed());
      // A comparison may stay undecided, but never finds a difference.
      expect(['same', 'formatting', 'notDecided']).toContain(verdict(before, after));
    }
  });
});

describe('a question that is too large', () => {
  const application = 'arn:aws:qbusiness:us-east-1:111122223333:application/a';
  const policy = (...statements: Json[]): Json => ({
    Version: '2012-10-17',
    Statement: statements,
  });
  const allow = (Action: unknown, Resource: unknown): Json => ({
    Effect: 'Allow',
    Action,
    Resource,
  });
  const many = (suffix: string): Json =>
    policy(
      ...Array.from({ length: 10_000 }, (_, i) =>
        allow(['a:b*', `a:c${i}`], `${application}${i}${suffix}`),
      ),
    );
  const patterns = (make: (i: number) => string): string[] =>
    Array.from({ length: 5_000 }, (_, i) => make(i));

  it.each<[string, Json, Json]>([
    ['10,000 statements', many(''), many('x')],
    [
      'a text of 1 MB',
      policy(allow('a:b', `${application}${'a'.repeat(1e6)}`)),
      policy(allow('a:b', `${application}*b`)),
    ],
    [
      'wildcards of 1 MB',
      policy(allow('a:b', `${application}${'a*'.repeat(5e5)}`)),
      policy(allow('a:b', `${application}${'*a'.repeat(5e5)}`)),
    ],
    [
      'thousands of patterns',
      policy(
        allow(
          'a:b',
          patterns((i) => `${application}*${i}`),
        ),
      ),
      policy(
        allow(
          'a:b',
          patterns((i) => `${application}*x${i}`),
        ),
      ),
    ],
    [
      'patterns that multiply',
      policy(allow('a:b', `${application}*a${'?'.repeat(40)}`)),
      policy(allow('a:b', `${application}*b${'?'.repeat(41)}`)),
    ],
  ])('of %s has an end, which is never a wrong no', (_name, before, after) => {
    expect(['notDecided', 'both']).toContain(verdict(before, after));
  });

  it('of 10,000 statements that are the same is answered', () => {
    expect(verdict(many(''), { ...many(''), Id: 'x' })).toBe('formatting');
  });
});

describe('policies that are joined', () => {
  const set = (more: Partial<PolicySet>, ...statements: Json[]): PolicySet => ({
    kind: 'identity',
    documents: [parsePolicy({ Version: '2012-10-17', Statement: statements }).document],
    ...more,
  });
  const chat = { Effect: 'Allow', Action: 'qbusiness:Chat', Resource: '*' };
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const boundary = (...statements: Json[]) => ({ boundaries: set({}, ...statements).documents });
  const ask = (policies: PolicySet) => decide({ claims: [{ policies, is: 'allowed' }] });

  it('allow what the boundary allows as well', () => {
    expect(ask(set(boundary({ ...everything, Action: 's3:*' }), chat)).answer).toBe('no');
    const both = ask(set(boundary(chat), everything));
    expect(both).toMatchObject({
      answer: 'yes',
      witness: { requests: [{ action: 'qbusiness:Chat' }] },
    });
    expect(ask(set(boundary(everything, { ...chat, Effect: 'Deny' }), chat)).answer).toBe('no');
  });

  it('are not decided where a document is missing, unless it cannot matter', () => {
    const missing = { missing: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] };
    const because = [{ why: 'missingPolicy', names: missing.missing, claim: 0 }];
    expect(ask(set(missing))).toEqual({ answer: 'notDecided', because });
    const refused = ask(set(missing, chat, { ...everything, Effect: 'Deny' }));
    expect(refused.answer).toBe('no');
    expect(ask(set({ missingBoundaries: ['b'] }, chat)).answer).toBe('notDecided');
    expect(ask(set({ missingBoundaries: ['b'] })).answer).toBe('no');
  });
});
