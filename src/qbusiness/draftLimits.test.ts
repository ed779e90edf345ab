import { describe, expect, test } from 'vitest';
import type { CallerKind } from './callers';
import { draftRole } from './draft';
import { exampleFormValues, exampleOfCaller } from './examples';
import type { RoleFormValues } from './form/formValues';

const issuesOf = (values: RoleFormValues) => {
  const draft = draftRole(values);
  return draft.status === 'ready'
    ? []
    : draft.issues.map(({ path, kind, message }) => `${path} ${kind}: ${message}`);
};

const webRole = (more: Partial<RoleFormValues>): RoleFormValues => ({
  ...exampleFormValues,
  accountId: '210987654321',
  applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  ...more,
});

const apiRole = (kind: CallerKind, typed: Readonly<Record<string, string>>): RoleFormValues => {
  const values = exampleOfCaller(kind);
  return webRole({
    ...values,
    accountId: '210987654321',
    callers: { ...values.callers, [kind]: { ...values.callers[kind], ...typed } },
  });
};

const cautionsOf = (values: RoleFormValues) =>
  draftRole(values).cautions.map(({ path, message }) => `${path}: ${message}`);

const applications = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    value: `0f1e2d3c-4b5a-6978-8796-${String(index).padStart(12, '0')}`,
  }));

describe('limits that AWS has', () => {
  test('a trust policy beyond the usual size needs an increase, beyond the highest it is refused', () => {
    expect(cautionsOf(webRole({ otherApplications: applications(15) }))).toEqual([]);
    expect(cautionsOf(webRole({ otherApplications: applications(20) }))).toEqual([
      expect.stringMatching(/^otherApplications.*more than 2,048 need a quota increase/),
    ]);
    expect(issuesOf(webRole({ otherApplications: applications(90) }))).toEqual([
      expect.stringMatching(/^otherApplications.*The trust policy has .*8,192 at most/),
    ]);
  });

  test('a managed policy holds less than inline ones', () => {
    const values = { ...exampleOfCaller('ec2-instance'), otherApplications: applications(70) };
    expect(issuesOf(values)).toEqual([]);
    expect(issuesOf({ ...values, attachment: 'managed' })).toEqual([
      expect.stringContaining('IAM takes 6,144 in a managed policy'),
    ]);
  });

  test('counts are limited', () => {
    const origins = Array.from({ length: 11 }, (_, index) => ({
      value: `https://a${index}.example`,
    }));
    expect(issuesOf(webRole({ origins }))).toEqual([
      'origins.10.value invalid: At most 10: these are 11',
    ]);
    const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }));
    expect(issuesOf(webRole({ tags }))).toEqual(['tags.50.key invalid: At most 50: these are 51']);
  });

  test('a description is measured in characters and, as Terraform does, in bytes', () => {
    expect(issuesOf(webRole({ description: 'x'.repeat(1000) }))).toEqual([]);
    expect(issuesOf(webRole({ description: 'x'.repeat(1001) }))).toEqual([
      'description invalid: At most 1,000 characters: this has 1,001',
    ]);
    expect(issuesOf(webRole({ description: '\u00E9'.repeat(501) }))).toEqual([
      expect.stringContaining('this has 1,002'),
    ]);
  });

  test.each(['${AWS::Region}', 'x ${Role} y', '${Role.Arn}'])(
    'a description with %s reads like a reference of CloudFormation',
    (description) => {
      expect(issuesOf(webRole({ description }))).toEqual([
        expect.stringContaining('reads like a reference'),
      ]);
    },
  );

  test('CloudFormation takes shorter origins than the API', () => {
    const origins = [
      { value: `https://${'a'.repeat(48)}.example` },
      { value: `https://${'b'.repeat(60)}.example` },
    ];
    expect(issuesOf(webRole({ origins }))).toEqual([]);
    expect(issuesOf(webRole({ origins, includeWebExperience: true }))).toEqual([
      expect.stringMatching(/^origins\.1\.value invalid: CloudFormation takes at most 64/),
    ]);
  });
});

describe('accounts and partitions fit', () => {
  const china: Partial<RoleFormValues> = { region: 'cn-north-1' };

  test.each([
    [
      webRole({ permissionsBoundary: 'arn:aws:iam::999988887777:policy/B' }),
      'account 999988887777',
    ],
    [webRole({ permissionsBoundary: 'arn:aws-cn:iam::aws:policy/B' }), 'partition aws:'],
    [webRole({ ...china, permissionsBoundary: 'arn:aws:iam::aws:policy/B' }), 'partition aws-cn'],
    [
      apiRole('same-account', { principalArn: 'arn:aws-cn:iam::210987654321:role/x' }),
      'partition aws:',
    ],
    [
      apiRole('other-account', { principalArn: 'arn:aws-us-gov:iam::999988887777:role/x' }),
      'partition aws:',
    ],
    [apiRole('other-account', { principalArn: 'arn:aws:iam::210987654321:role/x' }), 'own account'],
    [
      apiRole('roles-anywhere', {
        trustAnchorArn:
          'arn:aws:rolesanywhere:us-east-1:999988887777:trust-anchor/0a1b2c3d-1111-2222-3333-444455556666',
      }),
      'account 999988887777',
    ],
    [
      apiRole('eks-irsa', {
        oidcProvider:
          'arn:aws:iam::999988887777:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABCDEFGH12345678',
      }),
      'account 999988887777',
    ],
    [
      apiRole('eks-irsa', {
        oidcProvider: 'https://oidc.eks.cn-north-1.amazonaws.com.cn/id/ABCDEFGH12345678',
      }),
      'partition aws-cn',
    ],
    [
      apiRole('existing-role', { roleName: 'arn:aws:iam::999988887777:role/Backend' }),
      'account 999988887777',
    ],
  ])('%#: %s', (values, message) => {
    expect(issuesOf(values)).toEqual([expect.stringContaining(message)]);
  });

  test('a policy of AWS may be the boundary anywhere in its partition', () => {
    expect(issuesOf(webRole({ permissionsBoundary: 'arn:aws:iam::aws:policy/B' }))).toEqual([]);
  });

  test('an ARN of the own account says the same as the name in it', () => {
    const role = apiRole('existing-role', {
      roleName: 'arn:aws:iam::210987654321:role/a/b/Backend',
    });
    expect(draftRole(role)).toMatchObject({ template: { callerValues: { roleName: 'Backend' } } });
    const provider = 'oidc.eks.us-east-1.amazonaws.com/id/ABCDEFGH12345678';
    const irsa = apiRole('eks-irsa', {
      oidcProvider: `arn:aws:iam::210987654321:oidc-provider/${provider}`,
    });
    expect(draftRole(irsa)).toMatchObject({
      template: { callerValues: { oidcProvider: provider } },
    });
  });

  test.each([
    ['branch', 'refs/heads/main', 'main'],
    ['tag', 'refs/tags/v1', 'v1'],
    ['environment', 'prod', 'prod'],
  ])('on one %s, %s means %s', (subjectOf, refName, meant) => {
    const values = apiRole('github-actions', { subjectOf, refName });
    expect(draftRole(values)).toMatchObject({
      status: 'ready',
      template: { callerValues: { refName: meant } },
    });
  });

  test.each([
    ['tag', 'refs/heads/main'],
    ['branch', 'refs/tags/v1'],
    ['environment', 'refs/heads/main'],
  ])('on one %s, %s contradicts', (subjectOf, refName) => {
    expect(issuesOf(apiRole('github-actions', { subjectOf, refName }))).toEqual([
      expect.stringContaining('This is the name of a'),
    ]);
  });
});

describe('a second look', () => {
  const webExperienceId = '1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809';

  test('at a second web experience beside one that exists', () => {
    expect(cautionsOf(webRole({ webExperienceId }))).toEqual([]);
    expect(cautionsOf(webRole({ webExperienceId, includeWebExperience: true }))).toEqual([
      expect.stringMatching(/^includeWebExperience: .*would create a second one/),
    ]);
  });

  test('at one web experience for several applications', () => {
    expect(cautionsOf(webRole({ webExperienceId, otherApplications: applications(1) }))).toEqual([
      'webExperienceId: This is the web experience of the first application only; for the others every web experience is meant',
    ]);
  });

  test('at tags that look like others', () => {
    expect(cautionsOf(webRole({ tags: [{ key: 't\u0435am', value: '\uFF11' }] }))).toEqual([
      'tags.0.value: Looks like another character than it is: “\uFF11” (U+FF11)',
      'tags.0.key: Looks like another character than it is: “\u0435” (U+0435)',
    ]);
    expect(issuesOf(webRole({ tags: [{ key: 'a\u00A0b', value: '' }] }))).toEqual([
      expect.stringContaining('U+00A0 is not allowed'),
    ]);
  });
});
