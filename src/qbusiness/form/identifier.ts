import { parseArn } from '../../iam/arn';
import { valueFromArn } from './arnInstead';
import { strangeCharacter } from './textField';

/** @see https://docs.aws.amazon.com/amazonq/latest/api-reference/API_Application.html */
const identifierForm = /^[a-zA-Z0-9][a-zA-Z0-9-]{35}$/;

/** Why the text is no identifier of Amazon Q Business; `ofResource` reads one from an ARN's end. */
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
  return `${value.length.toLocaleString('en-US')} of 36 characters`;
}
