import { OFFERED_REGIONS } from '../facts';
import { valueFromArn } from './arnInstead';
import { textFormField } from './formField';
import { cleanIdentifier } from './pastedText';
import { countWord } from '../../words/counts';

const regionForm = /^[a-z]{2,4}(?:-[a-z]+)+-\d$/;

export const regionField = textFormField({
  name: 'region',
  option: 'region',
  operand: 'REGION',
  required: true,
  label: 'Region',
  help: 'The Region of the Amazon Q Business application.',
  example: 'us-east-1',
  token: '{{region}}',
  maxLength: 32,
  clean: (raw) => {
    const { text, removed } = cleanIdentifier(raw);
    return { text: text.toLowerCase(), removed };
  },
  problem: (value) => {
    if (value.length <= 32 && regionForm.test(value)) return undefined;
    return (
      valueFromArn(value, 'Region', ({ region }) => region) ??
      'A Region code is letters, hyphens and a final digit, such as us-east-1'
    );
  },
  caution: (value) =>
    OFFERED_REGIONS.some(({ name }) => name === value)
      ? undefined
      : `Amazon Q Business is offered in ${countWord(OFFERED_REGIONS.length)} Regions; ${value} is not one of them`,
});
