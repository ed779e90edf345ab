import { cutText, showInLine } from '../../iam/unseenCharacters';
import { callerOf } from '../callers';
import type { RoleFormValues } from './formValues';

/** Characters of one value: a form can hold longer ones, which it refuses. */
const mostOfValue = 64;

/** One line that tells forms apart: “Web experience · us-east-1 · account 1111… · application …”. */
export function summarizeForm(values: RoleFormValues): string {
  const mode =
    values.accessMode === 'web-experience'
      ? 'Web experience'
      : `API only, ${callerOf(values.caller).label}`;
  const parts = [
    mode,
    ...named('', values.region),
    ...named('account ', values.accountId),
    ...named('application ', values.applicationId),
    ...named('role ', values.roleName),
  ];
  return parts.length === 1 ? `${mode}, no values yet` : parts.join(' · ');
}

function named(what: string, typed: string): readonly string[] {
  const text = showInLine(typed.trim());
  if (text === '') return [];
  return [what + (text.length > mostOfValue ? `${cutText(text, mostOfValue)}…` : text)];
}
