import { isSampleIdentifier, SAMPLE_VALUE } from '../facts';
import { RESOURCE_ID, RESOURCE_ID_LENGTH } from '../resourceId';
import { textFormField } from './formField';
import { identifierProblem } from './identifier';
import { cleanIdentifier } from './pastedText';

const atStart = new RegExp(`^application/(${RESOURCE_ID})(?:/|$)`);

const idInResource = (resource: string) => atStart.exec(resource)?.[1];

export const applicationIdField = textFormField({
  name: 'applicationId',
  option: 'application-id',
  operand: 'ID',
  required: true,
  isIdentifier: true,
  label: 'Application ID',
  help: 'On the application’s page in the Amazon Q Business console, or from list-applications.',
  example: 'a1b2c3d4-5678-90ab-cdef-example11111',
  token: '{{application_id}}',
  maxLength: RESOURCE_ID_LENGTH,
  clean: cleanIdentifier,
  problem: (value) => identifierProblem(value, 'application ID', idInResource),
  caution: (value) => (isSampleIdentifier(value) ? SAMPLE_VALUE : undefined),
});
