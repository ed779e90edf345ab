import { quotas } from '../../iam/quotas';
import { unseenCharacters } from '../../iam/unseenCharacters';
import type { TagsFormField } from './formField';
import { newRoleOnly } from './needs';
import { cleanLine } from './pastedText';
import { charactersProblem, defineTextField, nameCharacter, tooLong } from './textField';

/** IAM takes every kind of space; only the plain one is accepted here, because others look the same. */
const tagCharacter = /[\p{L}\p{N} _.:/=+\-@]/u;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
export const tagsField = {
  kind: 'tags',
  name: 'tags',
  option: 'tag',
  operand: 'KEY=VALUE',
  needs: newRoleOnly,
  label: 'Tags',
  help: 'On the role. Upper and lower case count as the same key.',
  addLabel: 'Add tag',
  maxEntries: quotas.tags.maximum,
  key: defineTextField({
    label: 'Key',
    help: '',
    example: 'team',
    token: '{{tag_key}}',
    maxLength: quotas.tagKey.maximum,
    clean: cleanLine,
    problem: (value) => {
      if (value.length > quotas.tagKey.maximum) return tooLong(quotas.tagKey.maximum, value);
      if (/^aws:/i.test(value)) return 'The prefix aws: is reserved for AWS';
      return tagProblem('key', value);
    },
    caution: lookAlike,
  }),
  value: defineTextField({
    label: 'Value',
    help: '',
    example: 'chat',
    token: '{{tag_value}}',
    maxLength: quotas.tagValue.maximum,
    clean: cleanLine,
    problem: (value) =>
      value.length > quotas.tagValue.maximum
        ? tooLong(quotas.tagValue.maximum, value)
        : tagProblem('value', value),
    caution: lookAlike,
  }),
} as const satisfies TagsFormField;

function tagProblem(what: string, value: string): string | undefined {
  return charactersProblem(
    value,
    tagCharacter,
    `A tag ${what} holds letters, digits, spaces and _.:/=+-@`,
  );
}

function lookAlike(value: string): string | undefined {
  const [found] = unseenCharacters(value);
  return found && `Looks like another character than it is: ${nameCharacter(found.character)}`;
}
