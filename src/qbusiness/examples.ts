import { callers, callerOf, type CallerKind, type CallersFormValues } from './callers';
import { accountIdField } from './form/accountId';
import { applicationIdField } from './form/applicationId';
import { regionField } from './form/region';
import { callerFieldApplies } from './form/appliesTo';
import { emptyFormValues } from './form/formValues';
import type { RoleFormValues } from './form/formValues';

/** AWS's own sample values in every required field; never valid for a deployment. */
export const exampleFormValues: RoleFormValues = {
  ...emptyFormValues,
  region: regionField.example,
  accountId: accountIdField.example,
  applicationId: applicationIdField.example,
};

/** The example with one kind of caller, its required fields filled. */
export function exampleOfCaller(kind: CallerKind): RoleFormValues {
  const empty: Readonly<Record<string, string>> = emptyFormValues.callers[kind];
  const texts = callerOf(kind).fields.flatMap((field): [string, string][] =>
    field.kind === 'text' && field.required && callerFieldApplies(field, empty)
      ? [[field.name, field.example]]
      : [],
  );
  const callersFormValues: CallersFormValues = {
    ...emptyFormValues.callers,
    [kind]: { ...emptyFormValues.callers[kind], ...Object.fromEntries(texts) },
  };
  return {
    ...exampleFormValues,
    accessMode: 'api-only',
    caller: kind,
    callers: callersFormValues,
  };
}

/** One complete form for the web experience and one for each kind of caller. */
export const exampleOfEveryKind: readonly RoleFormValues[] = [
  exampleFormValues,
  ...callers.map(({ kind }) => exampleOfCaller(kind)),
];
