import { parseArn } from '../../iam/arn';

/** A role or user, with its path; never a wildcard, a session or the account as a whole. */
const principalForm =
  /^arn:[a-z]+(?:-[a-z]+)*:iam::\d{12}:(?:role|user)\/(?:[\x21-\x29\x2B-\x3E\x40-\x7E]+\/)?[A-Za-z0-9_+=,.@-]{1,64}$/;

export function principalArnProblem(value: string, allowed: 'role' | 'role or user') {
  const form = `arn:aws:iam::111122223333:role/NAME`;
  if (/\s/.test(value)) return 'No spaces and no line breaks: nobody knows which name is meant';
  if (/[*?]/.test(value)) return 'No wildcards: name one role';
  if (/\$\{|\{\{/.test(value)) return 'No variables: name one role';
  const arn = parseArn(value);
  if (!arn) return `The ARN of a ${allowed}: ${form}`;
  if (arn.service === 'sts') {
    return `This is a session; name its role instead: ${form}`;
  }
  if (arn.resource === 'root') return `This is a whole account: name one ${allowed}`;
  if (allowed === 'role' && arn.resource.startsWith('user/'))
    return 'The ARN of a role, not of a user';
  return principalForm.test(value) ? undefined : `The ARN of a ${allowed}: ${form}`;
}

export const accountOf = (principalArn: string): string | undefined =>
  parseArn(principalArn)?.account;
