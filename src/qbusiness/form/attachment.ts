import type { ChoiceFormField } from './formField';

export const attachmentField = {
  kind: 'choice',
  name: 'attachment',
  option: 'attachment',
  label: 'Policy attachment',
  help: 'How the permissions policy belongs to the role.',
  choices: [
    { value: 'inline', label: 'Inline (deleted with the role)' },
    { value: 'managed', label: 'Managed (a policy of the account with its own ARN)' },
  ],
} as const satisfies ChoiceFormField;
