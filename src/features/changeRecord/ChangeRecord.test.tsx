import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInPage } from '@/app/renderInPage';
import { draftRole } from '@/qbusiness/draft';
import { exampleFormValues } from '@/qbusiness/examples';
import { planRole } from '@/qbusiness/plan';
import { ChangeRecord } from './ChangeRecord';

const plan = planRole(draftRole(exampleFormValues).template);

test('what a person enters stands in the record', async () => {
  const { user } = renderInPage(<ChangeRecord plan={plan} blocked={undefined} />);
  await user.type(screen.getByRole('textbox', { name: /Change number/ }), 'CHG-7');
  const sheet = within(screen.getByRole('article'));
  expect(await sheet.findByRole('row', { name: 'Change number CHG-7' })).toBeTruthy();
  expect(sheet.getByRole('row', { name: 'Account ID 111122223333' })).toBeTruthy();
  expect(sheet.getByRole('heading', { name: 'Approval' })).toBeTruthy();
});

test('an incomplete record is not printed: what is missing is shown instead', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  const onResolve = vi.fn();
  const blocked = { reason: 'Not yet: Region is missing', onResolve };
  const { user, show } = renderInPage(<ChangeRecord plan={plan} blocked={blocked} />);
  await user.click(screen.getByRole('button', { name: 'Print change record' }));
  expect(print).not.toHaveBeenCalled();
  expect(onResolve).toHaveBeenCalledOnce();

  show(<ChangeRecord plan={plan} blocked={undefined} />);
  await user.click(screen.getByRole('button', { name: 'Print change record' }));
  expect(print).toHaveBeenCalledOnce();
});
