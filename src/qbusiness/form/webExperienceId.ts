import { isSampleIdentifier, SAMPLE_VALUE } from '../facts';
import { RESOURCE_ID, RESOURCE_ID_LENGTH } from '../resourceId';
import { textFormField } from './formField';
import { identifierProblem } from './identifier';
import { webExperienceOnly } from './needs';
import { cleanIdentifier } from './pastedText';

const atEnd = new RegExp(`/web-experience/(${RESOURCE_ID})$`);

const idInResource = (resource: string) => atEnd.exec(resource)?.[1];

export const webExperienceIdField = textFormField({
  name: 'webExperienceId',
  option: 'web-experience-id',
  operand: 'ID',
  needs: webExperienceOnly,
  required: false,
  isIdentifier: true,
  label: 'Web experience ID',
  help: 'Fills in the commands that hand the role over. From list-web-experiences.',
  example: 'b2c3d4e5-6789-01bc-def0-example22222',
  token: '{{web_experience_id}}',
  maxLength: RESOURCE_ID_LENGTH,
  clean: cleanIdentifier,
  problem: (value) => identifierProblem(value, 'web experience ID', idInResource),
  caution: (value, { applications = 1 }) => {
    if (isSampleIdentifier(value)) return SAMPLE_VALUE;
    return applications > 1
      ? 'This is the web experience of the first application only; for the others every web experience is meant'
      : undefined;
  },
});
