import { awsCommand, type Command } from '@/qbusiness/command';

/** Commands that print roles; the words in capitals are placeholders. */
export const commandsToPaste: readonly { readonly title: string; readonly command: Command }[] = [
  {
    title: 'One role with everything it has',
    command: awsCommand(['iam', 'get-account-authorization-details'], {
      '--filter': ['Role', 'LocalManagedPolicy'],
      '--query': "{RoleDetailList: RoleDetailList[?RoleName=='ROLE_NAME'], Policies: Policies}",
    }),
  },
  {
    title: 'Every role of the account',
    command: awsCommand(['iam', 'get-account-authorization-details'], {
      '--filter': ['Role', 'LocalManagedPolicy'],
    }),
  },
  {
    title: 'Trust policy of one role',
    command: awsCommand(['iam', 'get-role'], { '--role-name': 'ROLE_NAME' }),
  },
  {
    title: 'One inline policy',
    command: awsCommand(['iam', 'get-role-policy'], {
      '--role-name': 'ROLE_NAME',
      '--policy-name': 'POLICY_NAME',
    }),
  },
];
