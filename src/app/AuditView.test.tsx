import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { FormProvider } from '@/app/FormProvider';
import AuditView from './AuditView';
import { pastedTexts } from './pastedTexts';
import { renderInPage } from './renderInPage';

const view = (
  <FormProvider>
    <AuditView />
  </FormProvider>
);

const editor = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Policy documents' });
const summary = () => screen.getByRole('region', { name: 'Findings' }).textContent;

beforeEach(() => {
  for (const { id } of pastedTexts.get().texts) pastedTexts.remove(id);
});

// jsdom has no workers, so these go the way of a page that cannot have one.
test('what is typed is checked, fixed one by one and all at once', async () => {
  const { user } = renderInPage(view);
  expect(summary()).toContain('Nothing to check yet');
  await user.click(editor());
  await user.paste(
    '{"Version":"2012-10-17",,"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*",}]}',
  );
  await screen.findByText('There is one comma too many.');
  const [first] = screen.getAllByRole('button', { name: 'Repair' });
  if (first) await user.click(first);
  await waitFor(() => expect(editor().value).toContain('"2012-10-17","Statement"'));
  await waitFor(() => expect(summary()).toContain('1 finding'));
  await user.click(screen.getByRole('button', { name: 'Fix all that is safe' }));
  await waitFor(() => expect(() => JSON.parse(editor().value) as unknown).not.toThrow());
  await waitFor(() => expect(summary()).toContain('Nothing was found'));
});

test('examples open in tabs of their own, and the kind can be overruled', async () => {
  const { user } = renderInPage(view);
  await user.click(screen.getByRole('button', { name: 'Load AWS’s page, as published' }));
  expect(screen.getAllByRole('tab', { name: /anonymous/ })).toHaveLength(2);
  const kind = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Checked as' });
  await waitFor(() => expect(kind.value).toBe('identity'));
  await user.selectOptions(kind, 'trust');
  await screen.findByText('MISSING_PRINCIPAL');
  await user.click(screen.getByRole('button', { name: /^Remove permspolicy/ }));
  expect(screen.getAllByRole('tab', { name: /anonymous/ })).toHaveLength(1);
});
