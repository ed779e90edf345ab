import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { partitionConflict } from '../form/arnOwner';
import { cleanPastedText } from '../form/pastedText';
import { callerText, defineCaller } from './caller';
import { accountOf, principalArnProblem } from './principalArn';

export const sameAccount = defineCaller({
  kind: 'same-account',
  label: 'IAM role or user of this account',
  summary: 'One role or user of this account assumes the role with AWS STS.',
  source: awsPages.rolePrincipals,
  fields: [
    callerText({
      name: 'principalArn',
      required: true,
      label: 'Role or user ARN',
      help: 'It must exist before the role is created, or IAM answers “Invalid principal in policy”.',
      example: 'arn:aws:iam::111122223333:role/my-backend-role',
      token: '{{caller_arn}}',
      maxLength: 600,
      clean: cleanPastedText,
      problem: (value) => principalArnProblem(value, 'role or user'),
      conflict: (value, context) => {
        const owner = accountOf(value);
        return context.accountId === undefined || owner === context.accountId
          ? partitionConflict(value, context)
          : `This belongs to account ${owner}. For another account choose “IAM role of another account”`;
      },
    }),
  ],
  trust: ({ principalArn }) => ({
    sid: 'AllowCallerToAssumeRole',
    principal: { AWS: [principalArn] },
    actions: ['sts:AssumeRole'],
    because:
      'Only this role or user may assume the role. IAM stores its unique ID: after deleting and recreating the caller, apply the trust policy again.',
    source: awsPages.rolePrincipals,
  }),
  handover: (_values, { roleArn }) => [
    {
      text: 'As the caller, ask AWS STS for credentials of the role; a chained session lasts one hour at most.',
      command: awsCommand(['sts', 'assume-role'], {
        '--role-arn': roleArn,
        '--role-session-name': 'qbusiness-chat',
      }),
    },
  ],
});
