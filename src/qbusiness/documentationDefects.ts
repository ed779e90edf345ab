import type { HttpsUrl } from '../iam/document';
import { awsPages, WEB_EXPERIENCE_ACTIONS } from './facts';
import { countWord } from '../words/counts';

/** A mistake on a page of AWS's, and what the builder makes instead. */
export interface DocumentationDefect {
  readonly id: string;
  readonly topic: 'documents' | 'commands' | 'missing';
  /** What stands on the page. */
  readonly page: string;
  /** What happens to someone who follows it. */
  readonly fails: string;
  /** What the builder makes instead. */
  readonly made: string;
  readonly source: HttpsUrl;
}

const page = awsPages.anonymousPolicies;

/** Found by parsing every document of the page and running every command. */
export const documentationDefects: readonly DocumentationDefect[] = [
  {
    id: 'double-comma',
    topic: 'documents',
    page: 'Each of the three JSON documents has two commas after "2012-10-17".',
    fails: 'No parser reads them; IAM answers MalformedPolicyDocument.',
    made: 'JSON that is printed from data, never from a template.',
    source: page,
  },
  {
    id: 'trailing-comma',
    topic: 'documents',
    page: 'The web experience policy has a comma after its last action.',
    fails: 'It stays unreadable when the first mistake is mended.',
    made: `The same ${countWord(WEB_EXPERIENCE_ACTIONS.length)} actions, in the same order, in a list that ends.`,
    source: page,
  },
  {
    id: 'api-trust',
    topic: 'missing',
    page: 'The API-only role has a permissions policy and no trust policy.',
    fails: 'IAM makes no role without one.',
    made: 'A trust policy for the caller you name, with only the conditions that this caller is known to send.',
    source: page,
  },
  {
    id: 'partition',
    topic: 'documents',
    page: 'The ARNs begin with arn:aws, and {{region}}, {{account_id}} and {{application_id}} are not explained.',
    fails:
      'Nothing says where to find the values; a forgotten one makes a policy that grants nothing.',
    made: 'The values are checked, the partition follows the Region, and nothing with a gap can be copied or downloaded.',
    source: page,
  },
  {
    id: 'escaped-space',
    topic: 'commands',
    page: 'A backslash stands between aws iam and create-role, on one line.',
    fails: "The shell takes it for a part of the word: “Invalid choice: ' create-role'”.",
    made: 'Lines that end in a backslash for sh and in a backtick for PowerShell.',
    source: page,
  },
  {
    id: 'policy-document-option',
    topic: 'commands',
    page: 'create-role is called with --policy-document.',
    fails: 'The command has no such option: “Unknown options: --policy-document”.',
    made: 'create-role with --assume-role-policy-document, and put-role-policy or create-policy for the permissions.',
    source: page,
  },
  {
    id: 'missing-options',
    topic: 'commands',
    page: 'The first command has neither --role-name nor --assume-role-policy-document.',
    fails: '“the following arguments are required: --role-name, --assume-role-policy-document”.',
    made: 'Every required option, with its value.',
    source: page,
  },
  {
    id: 'role-name-value',
    topic: 'commands',
    page: 'The second command has --role-name without a name.',
    fails: '“argument --role-name: expected one argument”.',
    made: 'A name that carries the mode and the application, so that no two applications share a role by accident.',
    source: page,
  },
  {
    id: 'never-attached',
    topic: 'commands',
    page: 'The text says that the policy is created and attached; no command attaches it.',
    fails: 'The role exists and may do nothing.',
    made: 'put-role-policy, or create-policy and attach-role-policy.',
    source: page,
  },
  {
    id: 'file-extension',
    topic: 'commands',
    page: 'The file is saved without an extension and read with .json; in some copies the next word is glued to the name.',
    fails: '“Unable to load paramfile”.',
    made: 'AWS’s own file names, with .json, in the folder policies.',
    source: page,
  },
  {
    id: 'where-the-arn-goes',
    topic: 'missing',
    page: 'The page ends when the role exists.',
    fails: 'Without its ARN the web experience does not use the role.',
    made: 'update-web-experience or create-web-experience with --role-arn, or the place in the caller’s configuration.',
    source: awsPages.anonymousActions,
  },
  {
    id: 'order',
    topic: 'missing',
    page: 'No order of work is given.',
    fails: 'The trust policy names the application, so the application must exist first.',
    made: 'Numbered steps, with a wait until IAM knows the role.',
    source: page,
  },
  {
    id: 'operator-permissions',
    topic: 'missing',
    page: 'Nothing says what the administrator needs, such as iam:PassRole.',
    fails: 'create-web-experience answers AccessDenied.',
    made: 'A policy for the operator, with both service principals that PassRole is checked against.',
    source: awsPages.passRole,
  },
  {
    id: 'url-issuer',
    topic: 'missing',
    page: 'Nothing says who makes the chat URL for each visitor.',
    fails:
      'The permission on the web experience role would be of no use; with one of its two ARNs AWS answers AccessDenied.',
    made: 'A policy for your backend, with the application and the web experience.',
    source: awsPages.anonymousActions,
  },
  {
    id: 'chat',
    topic: 'missing',
    page: 'qbusiness:Chat is allowed without a word on who can call it.',
    fails: 'The AWS CLI and boto3 have no such command: Chat is a stream.',
    made: 'An option that allows ChatSync alone.',
    source: awsPages.anonymousApiCalls,
  },
  {
    id: 'service-linked-role',
    topic: 'documents',
    page: 'The service-linked role’s policy is shown without its aws:ResourceAccount conditions, or not at all.',
    fails: 'The role looks wider than it is.',
    made: 'The policy as AWS publishes it with the service-linked role, below.',
    source: awsPages.serviceLinkedRole,
  },
  {
    id: 'both-policies',
    topic: 'missing',
    page: '“For the web experience to work properly with AWS CLI commands both policies are needed.”',
    fails: 'It stays open which two.',
    made: 'Two documents: the permissions policy says what the role may do, the trust policy who may assume it.',
    source: page,
  },
  {
    id: 'read-back',
    topic: 'missing',
    page: 'There is no check, no wait and no clean-up.',
    fails: 'A role that is half made stays behind, or is handed over before IAM knows it.',
    made: 'A wait in the commands, and every file with its SHA-256 in the README.',
    source: page,
  },
];
