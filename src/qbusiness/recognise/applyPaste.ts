import { accountIdField } from '../form/accountId';
import { applicationIdField } from '../form/applicationId';
import { originsField } from '../form/origins';
import { regionField } from '../form/region';
import { webExperienceIdField } from '../form/webExperienceId';
import type { RoleFormValues } from '../form/formValues';
import type { PastedChange, PastedValues } from './recognition';

const texts = {
  region: regionField,
  accountId: accountIdField,
  applicationId: applicationIdField,
  webExperienceId: webExperienceIdField,
} as const;

type TextName = keyof typeof texts;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the object above
const textNames = Object.keys(texts) as readonly TextName[];

/**
 * The form with the pasted values in it. A web experience belongs to one application, so another
 * application takes the identifier of the old one away.
 */
export function applyPaste(values: PastedValues, form: RoleFormValues): RoleFormValues {
  const { origins, ...pasted } = values;
  const isOther = pasted.applicationId !== undefined && pasted.applicationId !== form.applicationId;
  return {
    ...form,
    ...(isOther && { webExperienceId: '' }),
    ...pasted,
    ...(origins && { origins: origins.map((value) => ({ value })) }),
  };
}

/** What {@link applyPaste} would change, in the order of the form. */
export function pastedChanges(values: PastedValues, form: RoleFormValues): readonly PastedChange[] {
  const next = applyPaste(values, form);
  const changes = textNames.map((path): PastedChange => {
    const { label } = texts[path];
    return { path, label, before: form[path], after: next[path] };
  });
  const list = (of: RoleFormValues) => of.origins.map(({ value }) => value).join(', ');
  return [
    ...changes,
    {
      path: 'origins',
      label: originsField.label,
      before: list(form),
      after: list(next),
    },
  ].filter(({ before, after }) => before !== after);
}

/** A required value that is missing in the paste. */
export interface PastedGap {
  readonly label: string;
  /** What the form holds and keeps; empty: nothing. */
  readonly kept: string;
}

export const pastedGaps = (values: PastedValues, form: RoleFormValues): readonly PastedGap[] =>
  (['region', 'accountId', 'applicationId'] as const)
    .filter((name) => values[name] === undefined)
    .map((name) => ({ label: texts[name].label, kept: form[name] }));
