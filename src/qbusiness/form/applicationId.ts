import { isSampleIdentifier, SAMPLE_VALUE } from '../facts';
import { textFormField } from './formField';
import { identifierProblem } from './identifier';
import { cleanIdentifier } from './pastedText';

const idInResource = (resource: string) =>
  /^application\/([a-zA-Z0-9][a-zA-Z0-9-]{35})(?:\/|$)/.exec(resource)?.[1];

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
  maxLength: 36,
  clean: cleanIdentifier,
  problem: (value) => identifierProblem(value, 'application ID', idInResource),
  caution: (value) => (isSampleIdentifier(value) ? SAMPLE_VALUE : undefined),
});
