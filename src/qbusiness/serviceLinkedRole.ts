import type { HttpsUrl, PermissionsPolicy } from '../iam/document';
import { awsCommand } from './command';
import { APPLICATION_PRINCIPAL, awsPages } from './facts';

/**
 * The role that Amazon Q Business makes for an application that is given none: for metrics and
 * logs. It cannot be edited, and it cannot stand in for a web experience role.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/using-service-linked-roles.html
 */
export const serviceLinkedRole = {
  name: 'AWSServiceRoleForQBusiness',
  principal: APPLICATION_PRINCIPAL,
  policyArn: 'arn:aws:iam::aws:policy/aws-service-role/QBusinessServiceRolePolicy',
  source: awsPages.serviceLinkedRole satisfies HttpsUrl,
  create: awsCommand(['iam', 'create-service-linked-role'], {
    '--aws-service-name': APPLICATION_PRINCIPAL,
  }),
} as const;

const ofTheSameAccount = {
  StringEquals: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] },
} as const;

/** Version 1 of QBusinessServiceRolePolicy, of 29 April 2024. */
export const serviceLinkedRolePolicy: PermissionsPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'QBusinessPutMetricDataPermission',
      Effect: 'Allow',
      Action: ['cloudwatch:PutMetricData'],
      Resource: ['*'],
      Condition: { StringEquals: { 'cloudwatch:namespace': ['AWS/QBusiness'] } },
    },
    {
      Sid: 'QBusinessCreateLogGroupPermission',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup'],
      Resource: ['arn:aws:logs:*:*:log-group:/aws/qbusiness/*'],
      Condition: ofTheSameAccount,
    },
    {
      Sid: 'QBusinessDescribeLogGroupsPermission',
      Effect: 'Allow',
      Action: ['logs:DescribeLogGroups'],
      Resource: ['*'],
      Condition: ofTheSameAccount,
    },
    {
      Sid: 'QBusinessLogStreamPermission',
      Effect: 'Allow',
      Action: ['logs:DescribeLogStreams', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: ['arn:aws:logs:*:*:log-group:/aws/qbusiness/*:log-stream:*'],
      Condition: ofTheSameAccount,
    },
  ],
};
