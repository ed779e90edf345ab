import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import type { CallerKind } from './callers';
import { draftRole } from './draft';
import { planRole } from './plan';
import type { RoleRequest } from './request';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from './examples';
import { emptyFormValues } from './form/formValues';
import type { RoleFormValues } from './form/formValues';

const issuesOf = (values: RoleFormValues) => {
  const draft = draftRole(values);
  return draft.status === 'ready'
    ? []
    : draft.issues.map(({ path, kind, message }) => `${path} ${kind}: ${message}`);
};

describe('draftRole', () => {
  test('three values make a complete request', () => {
    const draft = draftRole(exampleFormValues);
    expect(draft.status).toBe('ready');
    expect(draft.template.settings.roleName).toBe('QBusinessAnonymousWeb-a1b2c3d4');
  });

  test.each(exampleOfEveryKind)('the example of $accessMode $caller is complete', (values) => {
    expect(issuesOf(values)).toEqual([]);
  });

  test('a missing value stays visible as a placeholder and the draft is not ready', () => {
    const draft = draftRole(emptyFormValues);
    expect(draft.status).toBe('incomplete');
    expect(draft.template).toMatchObject({
      region: '{{region}}',
      accountId: '{{account_id}}',
      applicationIds: ['{{application_id}}'],
    });
    expect(issuesOf(emptyFormValues)).toEqual([
      'region missing: Region is missing',
      'accountId missing: Account ID is missing',
      'applicationId missing: Application ID is missing',
    ]);
  });

  test.each([
    ['region', 'useast1', 'A Region code is letters, hyphens and a final digit, such as us-east-1'],
    ['accountId', '11112222333', '11 of 12 digits'],
    ['accountId', '1111222233a3', '12 digits: “a” is not a digit'],
    ['applicationId', 'a1b2c3d4-5678-90ab-cdef-example1111', '35 of 36 characters'],
    [
      'applicationId',
      'arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111/web-experience/b2c3d4e5-6789-01bc-def0-example22222',
      'This is a web experience ARN; its application ID is a1b2c3d4-5678-90ab-cdef-example11111',
    ],
    [
      'applicationId',
      'arn:aws:iam::111122223333:role/x',
      'This is a role ARN, which holds no application ID',
    ],
    [
      'accountId',
      'arn:aws:iam::111122223333:role/x',
      'This is a role ARN; its account ID is 111122223333',
    ],
    ['applicationId', '*', 'Letters, digits and hyphens only; “*” is not allowed'],
    ['roleName', 'ab?', 'A role name holds letters, digits and _+=,.@- only; “?” is not allowed'],
    [
      'roleName',
      'a b',
      'A role name holds letters, digits and _+=,.@- only; a space is not allowed',
    ],
    ['path', 'chat', 'Start and end with a slash: /chat/'],
    ['path', '//', 'No empty part: // is not allowed'],
    [
      'description',
      'file:///etc/passwd',
      'Start with another word: the AWS CLI would load what a leading file:// or http:// names',
    ],
    [
      'description',
      'Chat {{resolve:ssm:name}}',
      'Leave out {{resolve: CloudFormation would put a parameter or a secret in its place',
    ],
    ['maxSessionDuration', '3599', 'From 3600 to 43200 seconds'],
  ] as const)('%s refuses %s', (path, value, message) => {
    expect(issuesOf({ ...exampleFormValues, [path]: value })).toEqual([
      `${path} invalid: ${message}`,
    ]);
  });

  test('an account ID may be pasted in groups', () => {
    const draft = draftRole({ ...exampleFormValues, accountId: ' 1111-2222-3333\u00a0' });
    expect(draft.template.accountId).toBe('111122223333');
  });

  test('another Region is accepted with a caution', () => {
    const draft = draftRole({ ...exampleFormValues, region: 'eu-central-1' });
    expect(draft.status).toBe('ready');
    expect(draft.cautions.map(({ message }) => message)).toContain(
      'Amazon Q Business is offered in four Regions; eu-central-1 is not one of them',
    );
  });

  test('sample values of AWS’s pages raise a caution', () => {
    expect(draftRole(exampleFormValues).cautions.map(({ path }) => path)).toEqual([
      'accountId',
      'applicationId',
    ]);
  });

  test('tag keys count as the same in upper and lower case', () => {
    const tags = [
      { key: 'Team', value: 'a' },
      { key: 'team', value: 'b' },
      { key: '', value: '' },
    ];
    expect(issuesOf({ ...exampleFormValues, tags })).toEqual([
      'tags.1.key invalid: The key team is there already',
    ]);
  });

  test('a role of another account is refused where one of this account is asked for', () => {
    const values = exampleOfCaller('same-account');
    const other = {
      ...values,
      callers: {
        ...values.callers,
        'same-account': { principalArn: 'arn:aws:iam::444455556666:role/x' },
      },
    };
    expect(issuesOf(other)).toEqual([
      'callers.same-account.principalArn invalid: This belongs to account 444455556666. For another account choose “IAM role of another account”',
    ]);
  });

  test('fields of the other mode are not read', () => {
    const values = { ...exampleFormValues, networkLimit: 'vpc', origins: [] } as const;
    expect(issuesOf(values)).toEqual([]);
    expect(issuesOf({ ...exampleOfCaller('lambda'), webExperienceId: 'nonsense' })).toEqual([]);
  });

  test('a template with placeholders is no request, for the compiler either', () => {
    const { template } = draftRole(emptyFormValues);
    // @ts-expect-error -- only a ready draft holds a request
    const request: RoleRequest = template;
    expect(request.accountId).toBe('{{account_id}}');
    const draft = draftRole(exampleFormValues);
    if (draft.status !== 'ready') throw new Error('The example is complete');
    const ready: RoleRequest = draft.template;
    expect(ready).toBe(draft.template);
  });

  test('nobody assumes the role of an API-only form without a caller', () => {
    const values: RoleFormValues = { ...exampleFormValues, accessMode: 'api-only' };
    expect(issuesOf(values)).toEqual(['caller missing: Choose who calls the API']);
    const { template } = draftRole(values);
    expect(JSON.stringify(planRole(template))).toContain('"AWS":["{{caller}}"]');
  });

  test('no text makes it throw', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(text, text, text, text, text, (region, accountId, applicationId, name, tag) => {
        const draft = draftRole({
          ...exampleFormValues,
          region,
          accountId,
          applicationId,
          roleName: name,
          description: name,
          path: name,
          tags: [{ key: tag, value: name }],
          origins: [{ value: tag }],
          permissionsBoundary: tag,
        });
        expect(['ready', 'incomplete']).toContain(draft.status);
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });
});

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
