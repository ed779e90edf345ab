import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { cleanIdentifier } from '../form/pastedText';
import { callerText, defineCaller } from './caller';

export const ec2Instance = defineCaller({
  kind: 'ec2-instance',
  label: 'Amazon EC2 instance',
  summary: 'EC2 assumes the role for instances that carry its instance profile.',
  source: awsPages.ec2InstanceProfile,
  fields: [
    callerText({
      name: 'instanceId',
      required: false,
      label: 'Instance ID',
      help: 'Fills in the command that gives the role to the instance. The policies do not change.',
      example: 'i-0a1b2c3d4e5f67890',
      token: '{{instance_id}}',
      maxLength: 19,
      clean: cleanIdentifier,
      problem: (value) =>
        /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value)
          ? undefined
          : 'i- and 8 or 17 digits of 0-9 and a-f',
    }),
  ],
  trust: () => ({
    sid: 'AllowEc2ToAssumeRole',
    principal: { Service: ['ec2.amazonaws.com'] },
    actions: ['sts:AssumeRole'],
    because:
      'EC2 may assume the role. No condition: AWS documents no key that EC2 sends, and a wrong one would make the role unusable. Access Analyzer warns of this; iam:PassRole decides which instances get it.',
    source: awsPages.ec2InstanceProfile,
  }),
  handover: ({ instanceId }, { region, roleName }) => [
    {
      text: 'An instance carries a role in an instance profile: make one of the same name.',
      command: awsCommand(['iam', 'create-instance-profile'], {
        '--instance-profile-name': roleName,
      }),
    },
    {
      text: 'Put the role into it.',
      command: awsCommand(['iam', 'add-role-to-instance-profile'], {
        '--instance-profile-name': roleName,
        '--role-name': roleName,
      }),
    },
    instanceId
      ? {
          text: 'Give the instance profile to the instance.',
          command: awsCommand(['ec2', 'associate-iam-instance-profile'], {
            '--region': region,
            '--instance-id': instanceId,
            '--iam-instance-profile': `Name=${roleName}`,
          }),
        }
      : { text: 'Choose the instance profile when the instance is launched.' },
  ],
});
