import { isSampleIdentifier, SAMPLE_VALUE } from '../facts';
import { textFormField } from './formField';
import { identifierProblem } from './identifier';
import { webExperienceOnly } from './needs';
import { cleanIdentifier } from './pastedText';

const idInResource = (resource: string) =>
  /\/web-experience\/([a-zA-Z0-9][a-zA-Z0-9-]{35})$/.exec(resource)?.[1];

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
  maxLength: 36,
  clean: cleanIdentifier,
  problem: (value) => identifierProblem(value, 'web experience ID', idInResource),
  caution: (value, { applications = 1 }) => {
    if (isSampleIdentifier(value)) return SAMPLE_VALUE;
    return applications > 1
      ? 'This is the web experience of the first application only; for the others every web experience is meant'
      : undefined;
  },
});
