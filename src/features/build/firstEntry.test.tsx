import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderForm } from '@/app/renderForm.testing';
import { formFields } from '@/qbusiness/form/formFields';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { goToField } from '@/state/goToField';

const lists = formFields.filter((field) => field.kind === 'list').map(({ name }) => name);

test.each(lists)('a problem of an empty list leads to an entry: %s', (name) => {
  const form = renderForm(null).getForm();
  act(() => goToField(form, `${name}.0.value`));
  expect(form.getValues()).toEqual({ ...emptyFormValues, [name]: [{ value: '' }] });
  act(() => goToField(form, `${name}.0.value`));
  expect(form.getValues(name)).toHaveLength(1);
});
