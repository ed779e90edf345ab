import { describe, expect, test } from 'vitest';
import { serviceLinkedRole, serviceLinkedRolePolicy } from './serviceLinkedRole';

describe('the service-linked role', () => {
  test('every logs statement stays within the account of the role', () => {
    const logs = serviceLinkedRolePolicy.Statement.filter(({ Action }) =>
      Action.some((action) => action.startsWith('logs:')),
    );
    expect(logs).toHaveLength(3);
    for (const { Condition } of logs) {
      expect(Condition).toEqual({
        StringEquals: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] },
      });
    }
  });

  test('metrics go to the namespace of Amazon Q Business only', () => {
    expect(serviceLinkedRolePolicy.Statement[0]).toMatchObject({
      Action: ['cloudwatch:PutMetricData'],
      Condition: { StringEquals: { 'cloudwatch:namespace': ['AWS/QBusiness'] } },
    });
  });

  test('the command names the service and nothing else', () => {
    expect(serviceLinkedRole.create).toEqual({
      program: 'aws',
      subcommand: ['iam', 'create-service-linked-role'],
      options: [{ flag: '--aws-service-name', values: ['qbusiness.amazonaws.com'] }],
    });
  });
});
