import { parseArn } from '../../iam/arn';
import { ownerConflict } from './arnOwner';
import { textFormField } from './formField';
import { newRoleOnly } from './needs';
import { cleanPastedText } from './pastedText';

const boundaryForm =
  /^arn:[a-z-]+:iam::(?:\d{12}|aws):policy\/(?:[A-Za-z0-9_+=,.@-]+\/)*[A-Za-z0-9_+=,.@-]{1,128}$/;

export const permissionsBoundaryField = textFormField({
  name: 'permissionsBoundary',
  option: 'permissions-boundary',
  operand: 'ARN',
  needs: newRoleOnly,
  required: false,
  label: 'Permissions boundary',
  help: 'The ARN of a managed policy that limits what the role may ever do.',
  example: 'arn:aws:iam::111122223333:policy/Boundary',
  token: '{{permissions_boundary}}',
  maxLength: 2048,
  clean: cleanPastedText,
  problem: (value) =>
    value.length <= 2048 && boundaryForm.test(value)
      ? undefined
      : 'The ARN of a managed policy: arn:aws:iam::111122223333:policy/Boundary',
  conflict: (value, context) =>
    ownerConflict(
      value,
      parseArn(value)?.account === 'aws' ? { ...context, accountId: undefined } : context,
      'This policy',
    ),
});
