import { quotas } from '../../iam/quotas';
import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { partitionConflict } from '../form/arnOwner';
import { cleanPastedText } from '../form/pastedText';
import { charactersProblem, tooLong } from '../form/textField';
import { callerText, defineCaller } from './caller';
import { accountOf, principalArnProblem } from './principalArn';

export const otherAccount = defineCaller({
  kind: 'other-account',
  label: 'IAM role of another account',
  summary: 'One role of another account assumes the role with AWS STS.',
  source: awsPages.externalId,
  fields: [
    callerText({
      name: 'principalArn',
      required: true,
      label: 'Role ARN in the other account',
      help: 'It must exist before the role is created. It also needs sts:AssumeRole on the new role.',
      example: 'arn:aws:iam::444455556666:role/chat-caller',
      token: '{{caller_arn}}',
      maxLength: 600,
      clean: cleanPastedText,
      problem: (value) => principalArnProblem(value, 'role'),
      conflict: (value, context) =>
        accountOf(value) === context.accountId
          ? 'This belongs to the application’s own account. Choose “IAM role or user of this account”'
          : partitionConflict(value, context),
    }),
    callerText({
      name: 'externalId',
      required: false,
      label: 'External ID',
      help: 'From the third party that calls on your behalf. Leave it empty for an account of your own organization.',
      example: '6f2c9a7e-1b7d-4f0e-9c55-2a61d0b8f4aa',
      token: '{{external_id}}',
      maxLength: quotas.externalId.maximum,
      clean: cleanPastedText,
      problem: (value) => {
        const { minimum, maximum } = quotas.externalId;
        if (value.length < minimum) return `At least ${minimum} characters`;
        if (value.length > maximum) return tooLong(maximum, value);
        const words = 'Letters, digits and _+=,.@:/- only';
        const problem = charactersProblem(value, /[A-Za-z0-9_+=,.@:/-]/, words);
        if (problem !== undefined) return problem;
        return /^(?:file|fileb|https?):\/\//i.test(value)
          ? 'The AWS CLI would load what a leading file:// or http:// names'
          : undefined;
      },
    }),
  ],
  trust: ({ principalArn, externalId }) => ({
    sid: 'AllowOtherAccountToAssumeRole',
    principal: { AWS: [principalArn] },
    actions: ['sts:AssumeRole'],
    ...(externalId && { condition: { StringEquals: { 'sts:ExternalId': [externalId] } } }),
    because: externalId
      ? 'Only this role may assume the role, and only with the external ID, so that a third party cannot be tricked into using it for someone else.'
      : 'Only this role of the other account may assume the role. Ask for an external ID where the account is a third party’s.',
    source: awsPages.externalId,
  }),
  handover: ({ externalId }, { roleArn }) => [
    {
      text: 'As the role of the other account, ask AWS STS for credentials.',
      command: awsCommand(['sts', 'assume-role'], {
        '--role-arn': roleArn,
        '--role-session-name': 'qbusiness-chat',
        '--external-id': externalId || undefined,
      }),
    },
  ],
});
