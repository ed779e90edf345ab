import { quotas } from '../../iam/quotas';
import { textFormField } from './formField';
import { newRoleOnly } from './needs';
import { cleanPastedText } from './pastedText';
import { strangeCharacter, tooLong } from './textField';

export const pathField = textFormField({
  name: 'path',
  option: 'path',
  operand: '/PATH/',
  needs: newRoleOnly,
  required: false,
  label: 'Path',
  help: 'Groups roles, for example by team. Starts and ends with a slash.',
  example: '/chat/',
  token: '{{path}}',
  maxLength: quotas.rolePath.maximum,
  clean: cleanPastedText,
  problem: (value) => {
    if (value.length > quotas.rolePath.maximum) return tooLong(quotas.rolePath.maximum, value);
    if (!value.startsWith('/') || !value.endsWith('/')) return 'Start and end with a slash: /chat/';
    if (value.startsWith('//')) return 'No empty part: // is not allowed';
    const strange = strangeCharacter(value, /[A-Za-z0-9/_+=,.@-]/);
    if (strange) return `A path holds letters, digits and /_+=,.@- only; ${strange} is not allowed`;
    return value.includes('//') ? 'No empty part: // is not allowed' : undefined;
  },
});
