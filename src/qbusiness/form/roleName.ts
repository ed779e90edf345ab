import { parseArn } from '../../iam/arn';
import { quotas } from '../../iam/quotas';
import { textFormField } from './formField';
import { iamNameProblem } from './iamName';
import { newRoleOnly } from './needs';
import { cleanPastedText } from './pastedText';

const nameProblem = iamNameProblem('role name', quotas.roleName.maximum);

export const roleNameField = textFormField({
  name: 'roleName',
  option: 'role-name',
  operand: 'NAME',
  needs: newRoleOnly,
  required: false,
  label: 'Role name',
  help: 'Unique in the account; upper and lower case count as the same.',
  example: 'QBusinessAnonymousWeb',
  token: '{{role_name}}',
  maxLength: quotas.roleName.maximum,
  clean: cleanPastedText,
  problem: (value) => {
    const arn = parseArn(value);
    return arn?.service === 'iam' && arn.resource.startsWith('role/')
      ? `This is a role ARN; its role name is ${arn.resource.split('/').at(-1)}`
      : nameProblem(value);
  },
});
