import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { FillForm } from '@/app/FillForm.testing';
import { FormProvider } from '@/app/FormProvider';
import { renderInPage } from '@/app/renderInPage.testing';
import { exampleFormValues } from '@/qbusiness/examples';
import ChangeRecordView from './ChangeRecordView';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const page = (
  <FormProvider>
    <FillForm values={exampleFormValues} />
    <input name="region" aria-label="Region" />
    <ChangeRecordView />
  </FormProvider>
);

test('what a person enters stands in the record, and is there after a reload', async () => {
  const { user, show } = renderInPage(page);
  await user.click(screen.getByRole('button', { name: 'Fill' }));
  await user.type(screen.getByRole('textbox', { name: /Change number/ }), 'CHG-7');
  const sheet = within(screen.getByRole('article'));
  expect(await sheet.findByRole('row', { name: 'Change number CHG-7' })).toBeTruthy();
  expect(await sheet.findByRole('row', { name: 'Account ID 111122223333' })).toBeTruthy();
  expect(sheet.getByRole('heading', { name: 'Approval' })).toBeTruthy();

  show(null);
  show(page);
  expect(screen.getByRole('textbox', { name: /Change number/ })).toHaveProperty('value', 'CHG-7');
});

test('an incomplete record is not printed: what is missing is shown instead', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  const { user } = renderInPage(page);
  await user.click(screen.getByRole('button', { name: 'Print change record' }));
  expect(print).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Region' }));

  await user.click(screen.getByRole('button', { name: 'Fill' }));
  await user.click(screen.getByRole('button', { name: 'Print change record' }));
  expect(print).toHaveBeenCalledOnce();
});
