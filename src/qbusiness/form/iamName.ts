import { lengthOrCharactersProblem } from './textField';

/**
 * The `problem` of a field that holds the name of a role or policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const iamNameProblem =
  (what: string, maxLength: number) =>
  (value: string): string | undefined =>
    lengthOrCharactersProblem(
      value,
      maxLength,
      /[A-Za-z0-9_+=,.@-]/,
      `A ${what} holds letters, digits and _+=,.@- only`,
    );
