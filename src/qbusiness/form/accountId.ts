import { SAMPLE_ACCOUNT_IDS, SAMPLE_VALUE } from '../facts';
import { valueFromArn } from './arnInstead';
import { textFormField } from './formField';
import { cleanIdentifier } from './pastedText';
import { strangeCharacter } from './textField';

export const accountIdField = textFormField({
  name: 'accountId',
  option: 'account-id',
  operand: 'ID',
  required: true,
  isIdentifier: true,
  label: 'Account ID',
  help: 'The AWS account that owns the application.',
  example: '111122223333',
  token: '{{account_id}}',
  maxLength: 12,
  clean: (raw) => {
    const cleaned = cleanIdentifier(raw);
    const text = /^[\d-]+$/.test(cleaned.text) ? cleaned.text.replaceAll('-', '') : cleaned.text;
    return text === cleaned.text ? cleaned : { text, removed: [...cleaned.removed, 'hyphens'] };
  },
  problem: (value) => {
    if (/^\d{12}$/.test(value)) return undefined;
    const strange = strangeCharacter(value, /\d/);
    if (strange === undefined) return `${value.length} of 12 digits`;
    return (
      valueFromArn(value, 'account ID', ({ account }) => account) ??
      `12 digits: ${strange} is not a digit`
    );
  },
  caution: (value) => (SAMPLE_ACCOUNT_IDS.has(value) ? SAMPLE_VALUE : undefined),
});
