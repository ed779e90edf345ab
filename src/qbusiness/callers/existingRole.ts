import { awsPages } from '../facts';
import { cleanPastedText } from '../form/pastedText';
import { roleNameField } from '../form/roleName';
import { ownerConflict } from '../form/arnOwner';
import { callerText, defineCaller } from './caller';

/** The name at the end of a role's ARN; undefined for any other text. */
const nameInArn = (text: string): string | undefined =>
  /^arn:[a-z-]+:iam::\d{12}:role\/[^]*$/.test(text) ? text.split('/').at(-1) : undefined;

export const existingRole = defineCaller({
  kind: 'existing-role',
  label: 'A role that exists already',
  summary:
    'The permissions policy is added to a role you have, such as a function’s execution role. Its trust policy stays as it is.',
  source: awsPages.anonymousApiCalls,
  fields: [
    callerText({
      name: 'roleName',
      required: true,
      label: 'Existing role',
      help: 'The name or the ARN of the role.',
      example: 'my-backend-role',
      token: '{{existing_role}}',
      maxLength: 600,
      clean: cleanPastedText,
      problem: (value) => roleNameField.problem(nameInArn(value) ?? value),
      conflict: (value, context) => ownerConflict(value, context, 'This role'),
      reduce: (value) => nameInArn(value) ?? value,
    }),
  ],
  handover: () => [{ text: 'The role has the permission at once: nothing else to configure.' }],
});
