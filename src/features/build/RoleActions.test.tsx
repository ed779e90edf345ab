import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FillForm } from '@/app/FillForm.testing';
import { FormProvider } from '@/app/FormProvider';
import { renderInPage } from '@/app/renderInPage.testing';
import { exampleFormValues } from '@/qbusiness/examples';
import { RoleActions } from './RoleActions';

/** The menu is loaded when it is opened. */
const patience = { timeout: 10_000 };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'canShare');
  Reflect.deleteProperty(navigator, 'share');
});

/** A stub of the Web Share API that accepts files, or only texts. */
function stubShare(takesFiles: boolean): readonly ShareData[] {
  const shared: ShareData[] = [];
  Object.assign(navigator, {
    canShare: ({ files }: ShareData) => takesFiles || files === undefined,
    share: async (data: ShareData) => void shared.push(data),
  });
  return shared;
}

async function openMenu() {
  const { user } = renderInPage(
    <FormProvider>
      <FillForm values={exampleFormValues} />
      <RoleActions />
    </FormProvider>,
  );
  await user.click(screen.getByText('Fill'));
  await user.click(screen.getByLabelText('More downloads and copies'));
  return user;
}

test.each([
  ['the archive', true, /^policies-.*\.zip$/],
  ['both documents', false, /qbusiness:ChatSync[^]*sts:AssumeRole/],
])('where the browser has a share sheet, it gets %s', async (_what, takesFiles, expected) => {
  const shared = stubShare(takesFiles);
  const user = await openMenu();
  await user.click(await screen.findByText('Share with another app', {}, patience));
  const contents = () => shared.map(({ files, text }) => files?.[0]?.name ?? text).join();
  await waitFor(() => expect(contents()).toMatch(expected), patience);
});

test('elsewhere the menu does not speak of it', async () => {
  await openMenu();
  expect(await screen.findByText('All files', {}, patience)).toBeTruthy();
  expect(screen.queryByText('Share with another app')).toBe(null);
});
