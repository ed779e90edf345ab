import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { cleanIdentifier } from '../form/pastedText';
import { callerText, defineCaller } from './caller';

export const amplifyHosting = defineCaller({
  kind: 'amplify-hosting',
  label: 'AWS Amplify Hosting compute',
  summary: 'Amplify assumes the role for the server-side code of apps in this account.',
  source: awsPages.amplifyCompute,
  fields: [
    callerText({
      name: 'appId',
      required: false,
      label: 'Amplify app ID',
      help: 'Fills in the command that gives the role to the app. The policies do not change.',
      example: 'd1a2b3c4d5e6f7',
      token: '{{amplify_app_id}}',
      maxLength: 20,
      clean: cleanIdentifier,
      problem: (value) =>
        /^d[a-z0-9]{1,19}$/.test(value)
          ? undefined
          : 'A d and up to 19 lower-case letters and digits',
    }),
  ],
  trust: (_values, { accountId }) => ({
    sid: 'AllowAmplifyToAssumeRole',
    principal: { Service: ['amplify.amazonaws.com'] },
    actions: ['sts:AssumeRole'],
    condition: { StringEquals: { 'aws:SourceAccount': [accountId] } },
    because: 'Amplify may assume the role for apps of this account only.',
    source: awsPages.amplifyCompute,
  }),
  handover: ({ appId }, { region, roleArn }) => [
    appId
      ? {
          text: 'Make it the compute role of the app, then deploy again.',
          command: awsCommand(['amplify', 'update-app'], {
            '--region': region,
            '--app-id': appId,
            '--compute-role-arn': roleArn,
          }),
        }
      : { text: `Choose ${roleArn} as the compute role of the app, then deploy again.` },
  ],
});
