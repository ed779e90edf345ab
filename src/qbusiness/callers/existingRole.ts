import { awsPages } from '../facts';
import { roleNameField } from '../form/fields';
import { cleanIdentifier } from '../form/pastedText';
import { defineCaller } from './caller';

/** The name at the end of a role's ARN, or the text itself. */
const roleNameOf = (text: string): string =>
  /^arn:[a-z-]+:iam::\d{12}:role\/(?:.*\/)?([^/]+)$/.exec(text)?.[1] ?? text;

export const existingRole = defineCaller({
  kind: 'existing-role',
  label: 'A role that exists already',
  summary:
    'The permissions policy is added to a role you have, such as a function’s execution role. Its trust policy stays as it is.',
  source: awsPages.anonymousApiCalls,
  fields: [
    {
      ...roleNameField,
      kind: 'text',
      name: 'roleName',
      required: true,
      label: 'Existing role',
      help: 'The name of the role; a pasted role ARN is shortened.',
      example: 'my-backend-role',
      token: '{{existing_role}}',
      clean: (raw) => {
        const { text, removed } = cleanIdentifier(raw);
        return { text: roleNameOf(text), removed };
      },
    },
  ],
  handover: () => [{ text: 'The role has the permission at once: nothing else to configure.' }],
});
