/** What may be pasted, for the words beside the field. */
export const acceptedPastes: readonly string[] = [
  'an application, web experience or role ARN',
  'a console URL, an API endpoint URL or a web experience URL',
  'the output of aws qbusiness get-application, get-web-experience or list-applications, or of aws sts get-caller-identity',
  'an AWS CLI command',
  'a policy or trust policy',
  'an access denied message',
  'the outputs of a stack, an environment file or an event of CloudTrail',
  'a Region, an account ID or an application ID',
];
