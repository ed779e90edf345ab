import { strangeCharacter, tooLong } from './textField';

/**
 * The `problem` of a field that holds the name of a role or policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const iamNameProblem =
  (what: string, maxLength: number) =>
  (value: string): string | undefined => {
    if (value.length > maxLength) return tooLong(maxLength, value);
    const strange = strangeCharacter(value, /[A-Za-z0-9_+=,.@-]/);
    return strange && `A ${what} holds letters, digits and _+=,.@- only; ${strange} is not allowed`;
  };
