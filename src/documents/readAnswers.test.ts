import { describe, expect, test } from 'vitest';
import { encodingOf } from './encodingOf';
import { readPolicies } from './readPolicies';
import { at, chat, encoded, labels, trust } from './readDocuments.testing';

describe('answers of AWS', () => {
  test.each([
    [
      'get-role of SDKs that leave documents encoded',
      { Role: { RoleName: 'Web', AssumeRolePolicyDocument: encoded(trust) } },
    ],
    [
      'CloudTrail',
      {
        eventName: 'CreateRole',
        requestParameters: { roleName: 'Web', assumeRolePolicyDocument: JSON.stringify(trust) },
      },
    ],
    ['list-roles', { Roles: [{ RoleName: 'Web', AssumeRolePolicyDocument: trust }] }],
    [
      'an aggregator of AWS Config',
      {
        Results: [
          JSON.stringify({
            resourceType: 'AWS::IAM::Role',
            resourceName: 'Web',
            configuration: { roleName: 'Web', assumeRolePolicyDocument: encoded(trust) },
          }),
        ],
      },
    ],
    [
      'a configuration that is a text itself',
      {
        configuration: JSON.stringify({
          roleName: 'Web',
          assumeRolePolicyDocument: encoded(trust),
        }),
      },
    ],
    [
      'get-account-authorization-details, which repeats the role in its instance profiles',
      {
        RoleDetailList: [
          {
            RoleName: 'Web',
            AssumeRolePolicyDocument: trust,
            InstanceProfileList: [
              { Roles: [{ RoleName: 'Web', AssumeRolePolicyDocument: trust }] },
            ],
          },
        ],
      },
    ],
    [
      'terraform show -json of a plan, which repeats the resource',
      {
        planned_values: {
          root_module: {
            resources: [
              {
                type: 'aws_iam_role',
                name: 'w',
                values: { name: 'Web', assume_role_policy: JSON.stringify(trust) },
              },
            ],
          },
        },
        resource_changes: [
          {
            type: 'aws_iam_role',
            name: 'w',
            change: { after: { assume_role_policy: JSON.stringify(trust) } },
          },
        ],
      },
    ],
    [
      'get-template with a template as text',
      {
        TemplateBody:
          'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: Web\n      AssumeRolePolicyDocument:\n        Statement: {Effect: Allow, Principal: {AWS: "222233334444"}, Action: "sts:AssumeRole"}\n',
      },
    ],
  ])('%s', (_, answer) => {
    expect(labels(JSON.stringify(answer, null, 2))).toEqual(['Trust policy of Web (trust)']);
  });

  test('of PowerShell, with a value over several lines', () => {
    const long = encoded(trust).replaceAll(
      /.{60}/g,
      (line) => `${line}\n                           `,
    );
    const text = `Arn                      : arn:aws:iam::222233334444:role/Web\nAssumeRolePolicyDocument : ${long}\nRoleName                 : Web\n`;
    const [policy] = readPolicies(text).policies;
    expect(policy?.value).toEqual(trust);
  });

  test.each([
    ['with', '\uFEFF'],
    ['without', ''],
  ])('in UTF-16 %s a byte order mark, read as single bytes', (_, mark) => {
    const bytes = Buffer.from(`${mark}${JSON.stringify(trust, null, 2)}`, 'utf16le');
    const text = bytes.toString('latin1');
    const [policy] = readPolicies(text).policies;
    expect(policy?.value).toEqual(trust);
    expect(encodingOf(bytes)).toBe('utf-16le');
    expect(encodingOf(Buffer.from(bytes).swap16())).toBe('utf-16be');
    expect(encodingOf(Buffer.from(JSON.stringify(trust)))).toBe('utf-8');
    const { start, end } = policy?.locate(['Version'], 'value') ?? { start: 0, end: 0 };
    expect(text.slice(start, end).replaceAll('\0', '')).toBe('"2012-10-17"');
  });

  test('one after another', () => {
    const text = [
      { Role: { RoleName: 'A', AssumeRolePolicyDocument: trust } },
      { RoleName: 'A', PolicyName: 'p', PolicyDocument: chat },
    ]
      .map((answer) => JSON.stringify(answer, null, 2))
      .join('\n');
    expect(labels(text)).toEqual(['Trust policy of A (trust)', 'Policy p of A (identity)']);
    expect(readPolicies(text).issues).toEqual([]);
  });

  test('in the cells of a table', () => {
    const cell = JSON.stringify(trust).replaceAll('"', '""');
    const text = `name,assume_role_policy\n"Web","${cell}"\n`;
    expect(readPolicies(text).policies.map(({ value }) => value)).toEqual([trust]);
    expect(at(text, ['Version'])).toBe('""2012-10-17""');
  });

  test('that are cut off say so', () => {
    const text = JSON.stringify({ RoleDetailList: [], IsTruncated: true, Marker: 'x' });
    expect(readPolicies(text).remarks.map(({ code }) => code)).toEqual(['INCOMPLETE_ANSWER']);
  });
});
