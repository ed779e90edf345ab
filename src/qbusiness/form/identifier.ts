import { parseArn } from '../../iam/arn';
import { RESOURCE_ID, RESOURCE_ID_LENGTH } from '../resourceId';
import { showNumber } from '../../words/counts';
import { valueFromArn } from './arnInstead';
import { strangeCharacter } from './textField';

const identifierForm = new RegExp(`^${RESOURCE_ID}$`);

/**
 * Why the text is no ID of Amazon Q Business: a sentence, undefined for an ID.
 *
 * @param ofResource the ID in the resource part of an ARN that was typed in place of the ID
 */
export function identifierProblem(
  value: string,
  what: string,
  ofResource: (resource: string) => string | undefined,
): string | undefined {
  if (identifierForm.test(value)) return undefined;
  if (parseArn(value)) {
    return valueFromArn(value, what, ({ service, resource }) =>
      service === 'qbusiness' ? ofResource(resource) : undefined,
    );
  }
  const strange = strangeCharacter(value, /[a-zA-Z0-9-]/);
  if (strange) return `Letters, digits and hyphens only; ${strange} is not allowed`;
  if (value.startsWith('-')) return 'Starts with a letter or a digit';
  return `${showNumber(value.length)} of ${RESOURCE_ID_LENGTH} characters`;
}
