import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parse';

const codesOf = (value: unknown) => parsePolicy(value).issues.map(({ code, at }) => [code, at]);

describe('reading a policy', () => {
  it('takes the loose forms and remembers where each text stood', () => {
    const { document, issues } = parsePolicy({
      Version: '2012-10-17',
      Id: 'x',
      Statement: {
        Sid: 'A',
        Effect: 'Allow',
        Principal: { AWS: ['111122223333', 'arn:aws:iam::444455556666:root'], Service: 'a.b' },
        NotAction: ['s3:*', 'sqs:*'],
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': true }, NumericEquals: { 'x:y': [1, '2'] } },
      },
    });
    expect(issues).toEqual([]);
    const [statement] = document.statements;
    expect(statement?.at).toEqual(['Statement']);
    expect(statement?.action).toEqual({
      at: ['Statement', 'NotAction'],
      negated: true,
      entries: [
        { value: 's3:*', at: ['Statement', 'NotAction', 0] },
        { value: 'sqs:*', at: ['Statement', 'NotAction', 1] },
      ],
    });
    expect(statement?.resource?.entries).toEqual([{ value: '*', at: ['Statement', 'Resource'] }]);
    expect(statement?.principal?.entries[2]).toEqual({
      kind: 'Service',
      value: 'a.b',
      at: ['Statement', 'Principal', 'Service'],
    });
    expect(statement?.conditions[1]?.values).toEqual([
      { value: '1', at: ['Statement', 'Condition', 'NumericEquals', 'x:y', 0] },
      { value: '2', at: ['Statement', 'Condition', 'NumericEquals', 'x:y', 1] },
    ]);
    expect(statement?.understood).toBe(true);
  });

  it('tells the bare star from every other principal', () => {
    const { document } = parsePolicy({ Statement: [{ Principal: '*' }] });
    expect(document.statements[0]?.principal?.entries[0]?.kind).toBe('Anyone');
  });

  it.each([
    [null, [['DATA_TYPE_MISMATCH', []]]],
    [{ Statement: [5] }, [['DATA_TYPE_MISMATCH', ['Statement', 0]]]],
    [{ Version: 1 }, [['DATA_TYPE_MISMATCH', ['Version']]]],
    [{ Statements: [] }, [['INVALID_POLICY_ELEMENT', ['Statements']]]],
    [{ Statement: { Actions: [] } }, [['INVALID_POLICY_ELEMENT', ['Statement', 'Actions']]]],
    [{ Statement: { Effect: 'allow' } }, [['INVALID_EFFECT', ['Statement', 'Effect']]]],
    [{ Statement: { Action: [['a']] } }, [['DATA_TYPE_MISMATCH', ['Statement', 'Action', 0]]]],
    [{ Statement: { Principal: 'x' } }, [['INVALID_PRINCIPAL_FORMAT', ['Statement', 'Principal']]]],
    [
      { Statement: { Principal: { services: 'x' } } },
      [['INVALID_PRINCIPAL_KEY', ['Statement', 'Principal', 'services']]],
    ],
    [
      { Statement: { Action: 'a:b', NotAction: 'a:b' } },
      [['UNSUPPORTED_ELEMENT_COMBINATION', ['Statement', 'NotAction']]],
    ],
    [
      { Statement: { Condition: { Bool: { 'a:b': null } } } },
      [['DATA_TYPE_MISMATCH', ['Statement', 'Condition', 'Bool', 'a:b']]],
    ],
  ])('reports what is wrong in %j', (value, expected) => {
    expect(codesOf(value)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Array.isArray(parsePolicy(value).issues)).toBe(true);
      }),
    );
  });

  it('is not misled by the names of built-in members', () => {
    const value: unknown = JSON.parse('{"__proto__": {"Statement": []}, "constructor": 1}');
    expect(codesOf(value).map(([code]) => code)).toEqual([
      'INVALID_POLICY_ELEMENT',
      'INVALID_POLICY_ELEMENT',
    ]);
  });
});
