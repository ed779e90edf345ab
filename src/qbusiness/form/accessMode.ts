import type { ChoiceFormField } from './formField';

/**
 * Web experience: Amazon Q Business assumes the role on behalf of a visitor. API only: a caller of
 * yours does.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-anonymous-application.html
 */
export const accessModeField = {
  kind: 'choice',
  name: 'accessMode',
  option: 'access-mode',
  label: 'Access mode',
  help: 'Who assumes the role.',
  choices: [
    {
      value: 'web-experience',
      label: 'Web experience',
      description: 'Amazon Q Business assumes the role and chats on behalf of each visitor.',
    },
    {
      value: 'api-only',
      label: 'API only',
      description: 'Your own code assumes the role and calls the chat API.',
    },
  ],
} as const satisfies ChoiceFormField;

export type AccessMode = (typeof accessModeField)['choices'][number]['value'];
