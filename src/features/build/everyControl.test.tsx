import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderForm } from '@/app/renderForm.testing';
import { callers } from '@/qbusiness/callers';
import { everyField } from '@/qbusiness/form/everyField.testing';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { networkLimitField } from '@/qbusiness/form/networkLimit';
import { AccessModeSection } from './AccessModeSection';
import { ApplicationSection } from './ApplicationSection';
import { OptionSections } from './OptionSections';

/** Each text, choice and switch of the form by its path. */
const pathsOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) =>
        pathsOf(part, path === '' ? key : `${path}.${key}`),
      )
    : [path];

/** Forms that show, one after the other, each field that there is. */
const forms: readonly RoleFormValues[] = [
  { ...everyField, accessMode: 'web-experience' },
  ...callers.map(({ kind }, turn) => {
    const limit = networkLimitField.choices[turn % networkLimitField.choices.length];
    return { ...everyField, caller: kind, ...(limit && { networkLimit: limit.value }) };
  }),
];

test('whatever a link, a draft or a request can hold has a control that shows it', async () => {
  const { getForm } = renderForm(
    <>
      <ApplicationSection />
      <AccessModeSection />
      <OptionSections />
    </>,
  );
  const shown = new Set<string>();
  for (const values of forms) {
    // The table of tags comes a little later.
    await act(async () => {
      getForm().undo.replace(values);
      await import('./TagTable');
    });
    for (const { name } of document.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
      shown.add(name);
    }
  }
  expect(pathsOf(everyField).filter((path) => !shown.has(path))).toEqual([]);
});
