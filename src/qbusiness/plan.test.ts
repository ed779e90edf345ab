import { describe, expect, test } from 'vitest';
import { loosePolicy } from '../exporters/policyDocuments';
import type { CallerKind } from './callers';
import { draftRole } from './draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from './examples';
import { awsPages } from './facts';
import { emptyFormValues } from './form/formValues';
import { planRole, type NewRolePlan, type RolePlan } from './plan';
import type { RoleFormValues } from './form/formValues';

const APPLICATION =
  'arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111';

const planOf = (values: RoleFormValues) => planRole(draftRole(values).template);

function newRolePlanOf(values: RoleFormValues): NewRolePlan {
  const plan = planOf(values);
  if (plan.target !== 'new-role') throw new Error('The plan is for an existing role');
  return plan;
}

const trustOf = (values: RoleFormValues) => loosePolicy(newRolePlanOf(values).role.trustPolicy);

const withCaller = (kind: CallerKind, typed: Readonly<Record<string, string>>): RoleFormValues => {
  const values = exampleOfCaller(kind);
  return {
    ...values,
    callers: { ...values.callers, [kind]: { ...values.callers[kind], ...typed } },
  };
};

describe('planRole', () => {
  test('a web experience role may do the documented actions on one application', () => {
    expect(loosePolicy(planOf(exampleFormValues).permissionsPolicy.document)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'QBusinessAnonymousWebExperienceConversationPermissions',
          Effect: 'Allow',
          Action: [
            'qbusiness:Chat',
            'qbusiness:ChatSync',
            'qbusiness:PutFeedback',
            'qbusiness:GetChatControlsConfiguration',
            'qbusiness:GetApplication',
          ],
          Resource: APPLICATION,
        },
      ],
    });
  });

  test('a web experience role trusts Amazon Q Business for one application of one account', () => {
    expect(trustOf(exampleFormValues)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'QBusinessTrustPolicy',
          Effect: 'Allow',
          Principal: { Service: 'application.qbusiness.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': '111122223333' },
            ArnEquals: { 'aws:SourceArn': APPLICATION },
          },
        },
      ],
    });
  });

  test('an API-only role may chat and give feedback', () => {
    const [statement] = planOf(exampleOfCaller('lambda')).permissionsPolicy.document.Statement;
    expect(statement.Action).toEqual([
      'qbusiness:Chat',
      'qbusiness:ChatSync',
      'qbusiness:PutFeedback',
    ]);
    expect(statement.Resource).toEqual([APPLICATION]);
  });

  test('the ChatSync preset leaves out what the AWS CLI cannot call', () => {
    const plan = planOf({ ...exampleOfCaller('lambda'), apiActions: 'chat-sync' });
    expect(plan.permissionsPolicy.document.Statement[0].Action).toEqual(['qbusiness:ChatSync']);
  });

  test('several applications become a list in both documents, never a wildcard', () => {
    const second = 'b2c3d4e5-6789-01bc-def0-example22222';
    const plan = newRolePlanOf({ ...exampleFormValues, otherApplications: [{ value: second }] });
    const arns = [APPLICATION, APPLICATION.replace(/[^/]+$/, second)];
    expect(plan.permissionsPolicy.document.Statement[0].Resource).toEqual(arns);
    expect(plan.role.trustPolicy.Statement[0].Condition?.ArnEquals).toEqual({
      'aws:SourceArn': arns,
    });
    const own = exampleFormValues.applicationId;
    const repeated = [second, own, '', second].map((value) => ({ value }));
    expect(planOf({ ...exampleFormValues, otherApplications: repeated }).applicationArns).toEqual(
      arns,
    );
  });

  const issuer = 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
  const github = 'token.actions.githubusercontent.com';

  test.each<
    [string, RoleFormValues, { Principal: object; Action: string | string[]; Condition?: object }]
  >([
    [
      'Lambda',
      exampleOfCaller('lambda'),
      {
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
    [
      'one Lambda function',
      withCaller('lambda', { functionName: 'my-chat-proxy' }),
      {
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: {
            'aws:SourceArn': 'arn:aws:lambda:us-east-1:111122223333:function:my-chat-proxy',
          },
        },
      },
    ],
    [
      'ECS',
      exampleOfCaller('ecs-task'),
      {
        Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:us-east-1:111122223333:*' },
        },
      },
    ],
    [
      'EC2',
      exampleOfCaller('ec2-instance'),
      { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
    [
      'EKS Pod Identity',
      exampleOfCaller('eks-pod-identity'),
      {
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: {
            'aws:SourceAccount': '111122223333',
            'aws:RequestTag/eks-cluster-name': 'my-cluster',
            'aws:RequestTag/kubernetes-namespace': 'chat',
            'aws:RequestTag/kubernetes-service-account': 'chat-proxy',
          },
        },
      },
    ],
    [
      'EKS Pod Identity without session tags',
      withCaller('eks-pod-identity', { sessionTags: 'off' }),
      {
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
    [
      'EKS IRSA, from a pasted issuer URL',
      withCaller('eks-irsa', { oidcProvider: ` https://${issuer}/ ` }),
      {
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: 'sts.amazonaws.com',
            [`${issuer}:sub`]: 'system:serviceaccount:chat:chat-proxy',
          },
        },
      },
    ],
    [
      'a role of this account',
      exampleOfCaller('same-account'),
      {
        Principal: { AWS: 'arn:aws:iam::111122223333:role/my-backend-role' },
        Action: 'sts:AssumeRole',
      },
    ],
    [
      'a role of another account with an external ID',
      withCaller('other-account', { externalId: '6f2c9a7e-example' }),
      {
        Principal: { AWS: 'arn:aws:iam::444455556666:role/chat-caller' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': '6f2c9a7e-example' } },
      },
    ],
    [
      'Roles Anywhere',
      withCaller('roles-anywhere', { commonName: 'chat-proxy.example.com' }),
      {
        Principal: { Service: 'rolesanywhere.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: {
          ArnEquals: {
            'aws:SourceArn':
              'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/0a1b2c3d-1111-2222-3333-444455556666',
          },
          StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'chat-proxy.example.com' },
        },
      },
    ],
    [
      'GitHub Actions by names',
      exampleOfCaller('github-actions'),
      {
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${github}:aud`]: 'sts.amazonaws.com',
            [`${github}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/main',
          },
        },
      },
    ],
    [
      'GitHub Actions by immutable IDs, in an environment',
      withCaller('github-actions', {
        subjectForm: 'immutable',
        organizationId: '123',
        repositoryId: '456',
        subjectOf: 'environment',
        refName: 'production',
      }),
      {
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${github}:aud`]: 'sts.amazonaws.com',
            [`${github}:sub`]: 'repo:octo-org@123/octo-repo@456:environment:production',
          },
        },
      },
    ],
    [
      'Amplify Hosting',
      exampleOfCaller('amplify-hosting'),
      {
        Principal: { Service: 'amplify.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
  ])('the trust policy names %s', (_name, values, expected) => {
    expect(draftRole(values).status).toBe('ready');
    expect(trustOf(values)['Statement']).toMatchObject([{ Effect: 'Allow', ...expected }]);
    const [statement] = newRolePlanOf(values).role.trustPolicy.Statement;
    expect('Condition' in statement).toBe(expected.Condition !== undefined);
  });

  test('an existing role keeps its trust policy', () => {
    const plan = planOf(exampleOfCaller('existing-role'));
    expect(plan.target).toBe('existing-role');
    expect(plan.roleName).toBe('my-backend-role');
    expect(plan.template.settings.description).toBe('');
    expect(Object.keys(plan.rationale)).toEqual(['QBusinessAnonymousConversationAPIPermissions']);
  });

  test('a network limit stands on the API’s permissions and never on the web experience', () => {
    const limited = {
      networkLimit: 'vpc-endpoint',
      vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
    } as const;
    const api = planOf({ ...exampleOfCaller('ecs-task'), ...limited });
    expect(api.permissionsPolicy.document.Statement[0].Condition).toEqual({
      StringEquals: { 'aws:SourceVpce': ['vpce-0a1b2c3d4e5f67890'] },
    });
    const sourceOf = ({ rationale }: RolePlan) =>
      rationale['QBusinessAnonymousConversationAPIPermissions']?.source;
    expect(sourceOf(api)).toBe(awsPages.sourceVpce);
    expect(sourceOf(planOf(exampleOfCaller('ecs-task')))).toBe(awsPages.anonymousPolicies);
    const web = planOf({ ...exampleFormValues, ...limited });
    expect(web.permissionsPolicy.document.Statement[0].Condition).toBeUndefined();
  });

  test.each([emptyFormValues, ...exampleOfEveryKind])(
    'every statement of $accessMode $caller has a reason and a source',
    (values) => {
      const plan = planOf(values);
      const documents = [
        plan.permissionsPolicy.document,
        ...(plan.target === 'new-role' ? [plan.role.trustPolicy] : []),
      ];
      const sids = documents.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid));
      expect(Object.keys(plan.rationale)).toEqual(sids);
      for (const { because, source } of Object.values(plan.rationale)) {
        expect(because).toMatch(/^[A-Z].*\.$/s);
        expect(source).toMatch(/^https:\/\/docs\.(aws\.amazon|github)\.com\//);
      }
    },
  );

  test('no trust policy names everybody', () => {
    for (const values of exampleOfEveryKind) {
      const plan = planOf(values);
      if (plan.target === 'existing-role') continue;
      expect(JSON.stringify(plan.role.trustPolicy.Statement.map((s) => s.Principal))).not.toContain(
        '*',
      );
    }
  });
});
