import { quotas } from '../../iam/quotas';
import { textFormField } from './formField';
import { iamNameProblem } from './iamName';
import { cleanPastedText } from './pastedText';

export const policyNameField = textFormField({
  name: 'policyName',
  option: 'policy-name',
  operand: 'NAME',
  required: false,
  label: 'Policy name',
  help: 'The name of the permissions policy.',
  example: 'QBusinessAnonymousWeb',
  token: '{{policy_name}}',
  maxLength: quotas.policyName.maximum,
  clean: cleanPastedText,
  problem: iamNameProblem('policy name', quotas.policyName.maximum),
});
