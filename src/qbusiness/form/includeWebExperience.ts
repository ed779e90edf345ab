import type { SwitchFormField } from './formField';
import { webExperienceOnly } from './needs';

export const includeWebExperienceField = {
  kind: 'switch',
  name: 'includeWebExperience',
  option: 'include-web-experience',
  needs: webExperienceOnly,
  label: 'Create a web experience in the templates',
  help: 'CloudFormation and the CDK create it with the role. Leave it off if the application has one.',
  caution: ({ webExperienceId }) =>
    webExperienceId === undefined
      ? undefined
      : `The application has the web experience ${webExperienceId} already: the templates would create a second one`,
} as const satisfies SwitchFormField;
