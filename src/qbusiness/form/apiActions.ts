import { actionWords, API_ACTIONS } from '../facts';
import type { ChoiceFormField } from './formField';
import { apiOnly } from './needs';

/**
 * `chat-sync` leaves out the streaming `Chat` operation, which neither the AWS CLI nor boto3 can
 * call.
 */
export const apiActionsField = {
  kind: 'choice',
  name: 'apiActions',
  option: 'api-actions',
  needs: apiOnly,
  label: 'API actions',
  help: 'ChatSync is enough for the AWS CLI and boto3, which cannot call Chat.',
  choices: [
    { value: 'all', label: actionWords(API_ACTIONS.all) },
    { value: 'chat-sync', label: 'ChatSync only' },
  ],
} as const satisfies ChoiceFormField;
