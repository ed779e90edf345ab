import { describe, expect, test } from 'vitest';
import { readRequestJson } from '../qbusiness/form/requestJson';
import { recognise } from '../qbusiness/recognise/recognise';
import { accessTexts } from './accessTexts';
import { auditTexts } from './auditTexts';
import { compareTexts } from './compareTexts';

/** The names that every JavaScript object inherits. */
const everyName = Object.getOwnPropertyNames(Object.prototype);

/** One that is a function, one that is an object and can be set, one with a capital letter. */
const names = ['constructor', '__proto__', 'toString'];

/** A name of the same length and shape that no object inherits. */
const neutral = (name: string): string => name.replaceAll(/[a-z]/g, 'q').replaceAll(/[A-Z]/g, 'Q');

const account = '445566778899';
const trust = (statement: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",${statement}}]}`;
const permissions = (statement: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${statement}}]}`;

/** Policies with a name at each place where a policy may hold any text. */
const policies: Readonly<Record<string, (name: string) => string>> = {
  'a condition key': (name) =>
    trust(`"Principal":{"AWS":"*"},"Condition":{"StringEquals":{"${name}":"x"}}`),
  'condition keys that lead to a witness': (name) =>
    trust(
      `"Principal":{"AWS":"${account}"},"Condition":{"StringLike":{"${name}":"a*"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}`,
    ),
  'a missing condition key': (name) =>
    trust(`"Principal":{"AWS":"*"},"Condition":{"Null":{"${name}":"false"}}`),
  'an operator': (name) =>
    trust(`"Principal":{"AWS":"*"},"Condition":{"${name}":{"aws:SourceAccount":"x"}}`),
  'a kind of principal': (name) => trust(`"Principal":{"${name}":"*"}`),
  'a service principal': (name) => trust(`"Principal":{"Service":"${name}"}`),
  'an identity provider': (name) =>
    trust(`"Principal":{"Federated":"arn:aws:iam::${account}:oidc-provider/${name}"}`),
  'an element': (name) => permissions(`"${name}":"x","Action":"qbusiness:Chat","Resource":"*"`),
  'a service': (name) => permissions(`"Action":"${name}:Get*","Resource":"*"`),
  'an action': (name) => permissions(`"Action":"qbusiness:${name}","Resource":"*"`),
  'a resource': (name) =>
    permissions(`"Action":"qbusiness:Chat","Resource":"arn:aws:${name}:::${name}/*"`),
  'a variable': (name) =>
    permissions(`"Action":"qbusiness:Chat","Resource":"arn:aws:qbusiness:*:*:\${${name}}"`),
  'a tag': (name) =>
    permissions(
      `"Action":"qbusiness:Chat","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/${name}":"x"}}`,
    ),
  'a Sid': (name) => permissions(`"Sid":"${name}","Action":"qbusiness:Chat","Resource":"*"`),
  'a role': (name) =>
    `{"Role":{"RoleName":"${name}","AssumeRolePolicyDocument":${trust('"Principal":{"AWS":"*"}')}}}`,
};

const without = (name: string, value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(name, neutral(name)));

/** The result without the words of messages: suggested names and alphabetical orders may differ. */
function saidOf(text: string, other: string) {
  const { texts, roles, counts } = auditTexts({ texts: [{ text }], scope: { roles: 'all' } });
  const { reports } = accessTexts({ texts: [text] });
  return {
    findings: texts.flatMap(({ findings }) =>
      findings.map(({ rule, severity, start, end }) => ({ rule, severity, start, end })),
    ),
    counts,
    roles,
    actions: reports.map(({ actions }) => actions.map(({ action, verdict }) => [action, verdict])),
    requesters: reports.map(({ requesters }) =>
      requesters.map(({ label, verdict }) => [label, verdict]),
    ),
    compared: compareTexts(text, other, { before: 'A', after: 'B' }).pairs.map(
      ({ verdict, more, less }) => ({ verdict, more: more.length, less: less.length }),
    ),
  };
}

describe('names that objects have by nature mean nothing', () => {
  test.each(Object.entries(policies))('as %s', (_place, policy) => {
    for (const name of names) {
      const found = saidOf(policy(name), policy('zzz'));
      const expected = saidOf(policy(neutral(name)), policy('zzz'));
      expect({ name, found: without(name, found) }).toEqual({ name, found: expected });
    }
  });

  test.each(everyName)('as a flag of a command and a member of a request: %s', (name) => {
    const command = (flag: string) =>
      `aws qbusiness get-application --region us-east-1 --${flag} us-west-2`;
    expect(recognise(command(name.toLowerCase()))).toEqual(
      recognise(command(neutral(name.toLowerCase()))),
    );
    const refused = (member: string) =>
      readRequestJson(JSON.parse(`{"region":"us-east-1","${member}":"x"}`)).problems.map(
        ({ path }) => path,
      );
    expect(refused(name)).toEqual([name]);
  });
});
