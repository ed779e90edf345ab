import { describe, expect, test } from 'vitest';
import type { CallerKind } from './callers';
import type { CompanionPolicy } from './companions';
import { draftRole } from './draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from './examples';
import { API_ACTIONS } from './facts';
import { planRole } from './plan';
import type { RoleFormValues } from './form/formValues';

const APPLICATION =
  'arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111';
const OTHER = '0'.repeat(36);
const OTHER_APPLICATION = `arn:aws:qbusiness:us-east-1:111122223333:application/${OTHER}`;
const ROLE = 'arn:aws:iam::111122223333:role/QBusinessAnonymousApi-a1b2c3d4';

const companionsOf = (values: RoleFormValues) => planRole(draftRole(values).template).companions;
const idsOf = (values: RoleFormValues) => companionsOf(values).map(({ id }) => id);

function companion(values: RoleFormValues, id: CompanionPolicy['id']): CompanionPolicy {
  const found = companionsOf(values).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No companion ${id}`);
  return found;
}

const statementsOf = (values: RoleFormValues, id: CompanionPolicy['id']) =>
  Object.fromEntries(
    companion(values, id).document.Statement.map((statement) => [statement.Sid, statement]),
  );

const inVpc = (values: RoleFormValues): RoleFormValues => ({
  ...values,
  networkLimit: 'vpc-endpoint',
  vpcEndpoints: [{ value: 'vpce-12345678' }],
});

describe('companion policies apply', () => {
  test('to a web experience: the URL issuer and the operator', () => {
    expect(idsOf(exampleFormValues)).toEqual(['url-issuer', 'operator']);
  });

  test.each<[CallerKind, string[]]>([
    ['lambda', ['operator']],
    ['github-actions', ['operator']],
    ['same-account', ['role-caller', 'operator']],
    ['other-account', ['role-caller', 'operator']],
    ['existing-role', []],
  ])('to the caller %s: %j', (kind, ids) => {
    expect(idsOf(exampleOfCaller(kind))).toEqual(ids);
  });

  test('to a VPC endpoint only where calls come through one', () => {
    expect(idsOf(inVpc(exampleOfCaller('lambda')))).toContain('vpc-endpoint');
    expect(
      idsOf({
        ...exampleOfCaller('lambda'),
        networkLimit: 'vpc',
        vpcs: [{ value: 'vpc-12345678' }],
      }),
    ).toContain('vpc-endpoint');
    expect(idsOf({ ...exampleOfCaller('lambda'), networkLimit: 'ip-range' })).not.toContain(
      'vpc-endpoint',
    );
    expect(idsOf(inVpc(exampleFormValues))).not.toContain('vpc-endpoint');
  });
});

describe('the URL issuer', () => {
  test('names the application and the web experience', () => {
    const id = 'b2c3d4e5-6789-01bc-def0-example22222';
    expect(companion({ ...exampleFormValues, webExperienceId: id }, 'url-issuer').document).toEqual(
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'QBusinessCreateAnonymousUrl',
            Effect: 'Allow',
            Action: ['qbusiness:CreateAnonymousWebExperienceUrl'],
            Resource: [APPLICATION, `${APPLICATION}/web-experience/${id}`],
          },
        ],
      },
    );
  });

  test('says for which of several applications the web experience ID counts', () => {
    const id = 'b2c3d4e5-6789-01bc-def0-example22222';
    const values = {
      ...exampleFormValues,
      webExperienceId: id,
      otherApplications: [{ value: OTHER }],
    };
    expect(companion(values, 'url-issuer').because).toContain(
      `counts for the application ${exampleFormValues.applicationId}; of the other one every`,
    );
  });

  test('lists each of several applications and no other', () => {
    const values = { ...exampleFormValues, otherApplications: [{ value: OTHER }] };
    expect(statementsOf(values, 'url-issuer')['QBusinessCreateAnonymousUrl']?.Resource).toEqual([
      APPLICATION,
      OTHER_APPLICATION,
      `${APPLICATION}/web-experience/*`,
      `${OTHER_APPLICATION}/web-experience/*`,
    ]);
  });
});

describe('the caller of the role', () => {
  test('may assume this role and no other', () => {
    expect(statementsOf(exampleOfCaller('other-account'), 'role-caller')).toEqual({
      AssumeQBusinessApiRole: {
        Sid: 'AssumeQBusinessApiRole',
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Resource: [ROLE],
      },
    });
  });
});

describe('the operator', () => {
  test('may pass a web experience role to both names of Amazon Q Business', () => {
    expect(statementsOf(exampleFormValues, 'operator')['PassWebExperienceRole']).toEqual({
      Sid: 'PassWebExperienceRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4'],
      Condition: {
        StringEquals: {
          'iam:PassedToService': ['qbusiness.amazonaws.com', 'application.qbusiness.amazonaws.com'],
        },
      },
    });
  });

  test.each<[CallerKind, string]>([
    ['lambda', 'lambda.amazonaws.com'],
    ['ecs-task', 'ecs-tasks.amazonaws.com'],
    ['ec2-instance', 'ec2.amazonaws.com'],
  ])('may pass the role of %s to %s', (kind, service) => {
    expect(statementsOf(exampleOfCaller(kind), 'operator')['PassRole']?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': [service] },
    });
  });

  test('passes no role that a federated identity or another role assumes', () => {
    for (const kind of ['same-account', 'other-account', 'eks-irsa', 'github-actions'] as const) {
      expect(Object.keys(statementsOf(exampleOfCaller(kind), 'operator'))).toEqual(['ManageRole']);
    }
  });

  test('manages the policy only where it is a managed one', () => {
    const managed = { ...exampleOfCaller('lambda'), attachment: 'managed' as const };
    const statements = statementsOf(managed, 'operator');
    expect(statements['ManagePolicy']?.Resource).toEqual([
      'arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4',
    ]);
    expect(statements['ManageRole']?.Action).toContain('iam:AttachRolePolicy');
    expect(statements['ManageRole']?.Action).not.toContain('iam:PutRolePolicy');
  });

  test('may set a permissions boundary only where one is asked for', () => {
    const actions = (permissionsBoundary: string) =>
      statementsOf({ ...exampleFormValues, permissionsBoundary }, 'operator')['ManageRole']?.Action;
    expect(actions('')).not.toContain('iam:PutRolePermissionsBoundary');
    expect(actions('arn:aws:iam::111122223333:policy/Boundary')).toContain(
      'iam:PutRolePermissionsBoundary',
    );
  });
});

describe('the endpoint policy', () => {
  test('lets this role through, to this application', () => {
    expect(statementsOf(inVpc(exampleOfCaller('lambda')), 'vpc-endpoint')).toEqual({
      AllowRoleThroughEndpoint: {
        Sid: 'AllowRoleThroughEndpoint',
        Effect: 'Allow',
        Principal: { AWS: ['*'] },
        Action: API_ACTIONS.all,
        Resource: [APPLICATION],
        Condition: { ArnEquals: { 'aws:PrincipalArn': [ROLE] } },
      },
    });
  });

  test('lets the account through where the ARN of the role is unknown', () => {
    expect(
      statementsOf(inVpc(exampleOfCaller('existing-role')), 'vpc-endpoint')[
        'AllowAccountThroughEndpoint'
      ]?.Condition,
    ).toEqual({ StringEquals: { 'aws:PrincipalAccount': ['111122223333'] } });
  });
});

test.each(exampleOfEveryKind)(
  'no companion of $accessMode $caller allows every action or every resource',
  (values) => {
    for (const { document } of companionsOf(inVpc(values))) {
      for (const { Action, Resource } of document.Statement) {
        expect(Action.filter((action) => action.includes('*'))).toEqual([]);
        expect((Resource ?? []).filter((arn) => !arn.startsWith('arn:aws:'))).toEqual([]);
      }
    }
  },
);
