import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../scripts/deep.mjs';
import { comparePolicies } from '../compare.testing';
import { recogniseKind, type DocumentKind } from '../documentKind';
import { evaluateIdentityPolicies, evaluateTrustPolicy } from '../evaluate';
import { parsePolicy } from '../parse';
import { applyEdits, combineSafeFixes, valueAt } from './fix';
import { rules } from './index';
import { lintPolicy } from './lintPolicy';
import {
  application,
  catalogue,
  examples,
  identity,
  policy,
  resourcePolicy,
  role,
  trust,
} from './ruleExamples.testing';

/** An example may say what kind of document it is. */
function taken(example: unknown): { readonly value: unknown; readonly kind?: DocumentKind } {
  if (!Array.isArray(example)) return { value: example };
  const [value, kind] = example as [unknown, DocumentKind];
  return { value, kind };
}

function codesOf(example: unknown): readonly string[] {
  const { value, kind } = taken(example);
  return lintPolicy(value, { catalogue, ...(kind && { kind }) }).map(({ rule }) => rule);
}

describe('the rules', () => {
  it('have an example for every code', () => {
    const codes = rules.flatMap((rule) => rule.codes);
    expect(Object.keys(examples).toSorted()).toEqual([...new Set(codes)].toSorted());
  });

  it.each(Object.entries(examples))('%s', (code, [triggers, nearly]) => {
    expect(codesOf(triggers)).toContain(code);
    expect(codesOf(nearly)).not.toContain(code);
  });

  it('only report codes that they declare, at places that exist, with a source of AWS', () => {
    for (const [value] of Object.values(examples)) {
      const { value: written } = taken(value);
      for (const rule of rules) {
        const { document, issues } = parsePolicy(written);
        const subject = {
          value: written,
          document,
          issues,
          kind: recogniseKind(document),
          catalogue,
        };
        for (const { rule: code, at, source, message } of rule.check(subject)) {
          expect(rule.codes).toContain(code);
          expect(valueAt(written, at)).toBeDefined();
          expect(source).toMatch(
            /^https:\/\/docs\.aws\.amazon\.com\/.*(?:#access-analyzer-reference-policy-checks-|list_|reference_policies_|id_roles_)/,
          );
          expect(message).toMatch(/[.:A-Za-z]$/);
        }
      }
    }
  });

  it('find nothing in what the builder writes', () => {
    expect(
      lintPolicy(identity({ Sid: 'Chat', Action: ['qbusiness:Chat', 'qbusiness:ChatSync'] }), {
        catalogue,
      }),
    ).toEqual([]);
    const condition = {
      StringEquals: { 'aws:SourceAccount': '111122223333' },
      ArnEquals: { 'aws:SourceArn': application },
    };
    expect(lintPolicy(trust({ Sid: 'Trust', Condition: condition }))).toEqual([]);
  });
});

describe('recognising a document', () => {
  it.each<[unknown, DocumentKind]>([
    [identity(), 'identity'],
    [trust(), 'trust'],
    [trust({ Resource: '*' }), 'trust'],
    [trust({ Principal: undefined }), 'trust'],
    [identity({ Action: 'sts:AssumeRole' }), 'identity'],
    [resourcePolicy({ AWS: '*' }), 'resource'],
    [{}, 'identity'],
  ])('%j is a policy of kind %s', (value, kind) => {
    expect(recogniseKind(parsePolicy(value).document)).toBe(kind);
  });
});

describe('a fix that claims to change no grant', () => {
  it.each(Object.entries(examples))(
    'keeps what %s grants, and its finding is gone',
    (code, [triggers]) => {
      const { value } = taken(triggers);
      const safe = lintPolicy(value, { catalogue }).filter(({ fix }) => fix?.grants === 'same');
      for (const { fix } of safe) {
        const fixed = applyEdits(value, fix?.edits ?? []);
        expect(['same', 'formatting', 'notDecided']).toContain(
          comparePolicies(value, fixed).verdict,
        );
      }
      const own = safe.find(({ rule }) => rule === code);
      const fixed = applyEdits(value, own?.fix?.edits ?? []);
      expect(own !== undefined && codesOf(fixed).includes(code)).toBe(false);
    },
  );

  const entry = fc.constantFrom(
    'qbusiness:Chat',
    'qbusiness:*',
    'QBUSINESS:chat',
    'qbusiness:Chat*',
    '*',
    'sqs:?',
  );
  const resource = fc.constantFrom(
    '*',
    application,
    application.replace('a1', '*'),
    `${application}/*`,
    'arn:aws:sqs:*',
  );
  const condition = fc.constantFrom<object>(
    {},
    { Condition: {} },
    { Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.7/24', '2001:db8::5/32'] } } },
    { Condition: { NumericLessThan: { 'a:b': [5, 10] } } },
    { Condition: { NumericGreaterThanEquals: { 'a:b': ['5', '3'] } } },
    { Condition: { 'ForAllValues:NumericLessThan': { 'a:b': ['5', '10'] } } },
  );
  const messy = fc
    .array(
      fc.record({
        Sid: fc.constantFrom('', 'A', 'a b', 'A', '#'),
        effect: fc.constantFrom('Allow', 'Deny'),
        negated: fc.constantFrom('', 'Not'),
        actions: fc.array(entry, { minLength: 1, maxLength: 4 }),
        resources: fc.array(resource, { minLength: 1, maxLength: 4 }),
        condition,
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((statements) => ({
      Statement: statements.map(
        ({ Sid, effect, negated, actions, resources, condition: block }) => ({
          Sid,
          Effect: effect,
          [`${negated}Action`]: actions,
          Resource: resources,
          ...block,
        }),
      ),
    }));
  const request = fc.record({
    action: fc.constantFrom('qbusiness:Chat', 'qbusiness:ChatSync', 'sqs:x', 'iam:PassRole'),
    resource: fc.constantFrom(
      application,
      `${application}/b`,
      'arn:aws:sqs:us-east-1:111122223333:q',
    ),
    context: fc.record({
      keys: fc.record(
        {
          'aws:SourceIp': fc.constantFrom('203.0.113.99', '2001:db8::9', '10.0.0.1'),
          'a:b': fc.constantFrom('2', '4', '7', '11'),
        },
        { requiredKeys: [] },
      ),
      otherKeys: fc.constant('absent' as const),
    }),
  });

  it('keeps every decision, with all the others in one step too', () => {
    fc.assert(
      fc.property(messy, fc.array(request, { minLength: 8, maxLength: 8 }), (value, requests) => {
        const fixes = lintPolicy(value).flatMap(({ fix }) => fix ?? []);
        const fixed = applyEdits(value, combineSafeFixes(fixes));
        for (const asked of requests) {
          const decide = (one: unknown) =>
            evaluateIdentityPolicies([parsePolicy(one).document], asked).decision;
          expect(decide(fixed)).toBe(decide(value));
        }
      }),
      { numRuns: runs(400, 4_000) },
    );
  });

  it('comes to an end when applied again and again', () => {
    fc.assert(
      fc.property(messy, (value) => {
        let current: unknown = value;
        const safe = () => combineSafeFixes(lintPolicy(current).flatMap(({ fix }) => fix ?? []));
        for (let round = 0; round < 5 && safe().length > 0; round += 1) {
          current = applyEdits(current, safe());
        }
        expect(safe()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any JSON value', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(
        '*',
        'Allow',
        'sts:AssumeRole',
        '${',
        "${a:b, '",
        application,
        'arn:',
        '',
        0,
        true,
        null,
        '2012-10-17',
        '::/0',
        '1e9',
      ),
      fc.string(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'Version',
          'Statement',
          'Sid',
          'Effect',
          'Action',
          'NotAction',
          'Resource',
          'NotResource',
          'Principal',
          'NotPrincipal',
          'Condition',
          'AWS',
          'Service',
          'Federated',
          'StringLike',
          'ForAllValues:IpAddress',
          'Null',
          'DateLessThan',
          'aws:SourceIp',
          'aws:SourceArn',
          '__proto__',
          'x',
        ),
        tie('value'),
        { maxKeys: 6 },
      ),
    ),
  })).value;
  const statement = fc.dictionary(
    fc.constantFrom(
      'Sid',
      'Effect',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Principal',
      'NotPrincipal',
      'Condition',
    ),
    json,
    { maxKeys: 7 },
  );
  const document = fc.oneof(
    json,
    fc.record({
      Version: fc.constantFrom('2012-10-17', '2008-10-17', 3),
      Statement: fc.oneof(statement, fc.array(statement, { maxLength: 3 })),
    }),
  );
  const principal = { kind: 'role', arn: role } as const;
  const asked = { action: 'sts:AssumeRole', resource: application, principal };

  it('is read, checked and evaluated without a throw', () => {
    let seen = 0;
    fc.assert(
      fc.property(document, (value) => {
        const { document: read } = parsePolicy(value);
        for (const kind of ['identity', 'trust', 'resource'] as const) lintPolicy(value, { kind });
        evaluateIdentityPolicies([read], asked);
        evaluateTrustPolicy(read, asked);
        seen += 1;
      }),
      { numRuns: runs(1_000, 100_000) },
    );
    expect(seen).toBe(runs(1_000, 100_000));
  });

  it('is compared and fixed without a throw', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const { verdict } = comparePolicies(before, after);
        expect(verdict).toBeTypeOf('string');
        applyEdits(
          before,
          lintPolicy(before).flatMap(({ fix }) => fix?.edits ?? []),
        );
      }),
      { numRuns: runs(500, 5_000) },
    );
  });

  it('of 10,000 lines and 1 MB is checked in well under two seconds', () => {
    const long = policy(
      ...Array.from({ length: 1_500 }, (_, i) => ({
        Sid: 'Same',
        Effect: 'Allow',
        Action: ['a:b*', `a:c${i}`, 'a:bc'],
        Resource: [application, `${application}${i}`],
        Condition: {
          IpAddress: { 'aws:SourceIp': '203.0.113.7/24' },
          StringLike: { 'aws:SourceArn': '*' },
        },
      })),
    );
    const wide = identity({
      Action: Array.from({ length: 50_000 }, (_, i) => (i % 7 === 0 ? `a:b${i}*` : `a:b${i}`)),
    });
    const deep = identity({ Resource: `arn:aws:s3:::${'*a'.repeat(500_000)}` });
    for (const value of [long, wide, deep]) {
      expect(lintPolicy(value, { catalogue }).length).toBeGreaterThan(0);
    }
  });
});
