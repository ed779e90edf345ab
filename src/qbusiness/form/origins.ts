import type { ListFormField } from './formField';
import { webExperienceOnly } from './needs';
import { cleanPastedText } from './pastedText';
import { defineTextField, tooLong } from './textField';

/** The API takes 256 characters; CloudFormation, and with it the CDK, refuses more than these. */
const MAX_CLOUDFORMATION_LENGTH = 64;

/** @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/embed-amazon-q-business.html */
export const originsField = {
  kind: 'list',
  name: 'origins',
  option: 'origin',
  operand: 'URL',
  needs: webExperienceOnly,
  label: 'Allowed origins',
  help: 'Websites that may embed the chat. Scheme, host and port only.',
  addLabel: 'Add origin',
  required: false,
  maxEntries: 10,
  entry: defineTextField({
    label: 'Allowed origin',
    help: 'A website that may embed the chat. Scheme, host and port only.',
    example: 'https://www.example.com',
    token: '{{origin}}',
    maxLength: 256,
    clean: cleanPastedText,
    problem: (value) => {
      if (value.length > 256) return tooLong(256, value);
      if (/^https?:\/\/[a-zA-Z0-9\-_.]+(?::\d{1,5})?$/.test(value)) return undefined;
      if (/\s/.test(value)) return 'One website in each entry, without spaces';
      if (value.includes('*')) return 'No wildcards: name each website on its own';
      if (!/^https?:\/\//.test(value)) return 'Start with https:// or http://';
      return 'A base URL only: scheme, host and port, no path and no final slash';
    },
    conflict: (value, { includeWebExperience }) =>
      includeWebExperience && value.length > MAX_CLOUDFORMATION_LENGTH
        ? `CloudFormation takes at most ${MAX_CLOUDFORMATION_LENGTH} characters: this has ${value.length}. Leave the web experience out of the templates, or use a shorter one`
        : undefined,
  }),
} as const satisfies ListFormField;
