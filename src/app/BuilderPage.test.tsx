import { Profiler, type ReactNode } from 'react';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { AccessModeSection } from '@/features/builder/AccessModeSection';
import { ApplicationSection } from '@/features/builder/ApplicationSection';
import { CallerSection } from '@/features/builder/CallerSection';
import { NamesSection } from '@/features/builder/NamesSection';
import { OptionsSection } from '@/features/builder/OptionsSection';
import { RoleFormProvider } from '@/features/builder/RoleFormProvider';
import { planRole } from '@/qbusiness/plan';
import { BuilderFiles } from './BuilderFiles';
import { BuilderPage } from './BuilderPage';
import { FormDeskProvider } from './FormDeskProvider';
import { renderInPage } from './renderInPage';

vi.mock('@/qbusiness/plan', { spy: true });

// The form continues what the browser has kept.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const accountId = () => screen.getByRole('textbox', { name: 'Account ID' });

/** Counts the commits of each part by its name. */
function countRenders() {
  const counts = new Map<string, number>();
  const count = (name: string, children: ReactNode) => (
    <Profiler id={name} onRender={(id) => counts.set(id, (counts.get(id) ?? 0) + 1)}>
      {children}
    </Profiler>
  );
  return { counts, count };
}

test('a key press renders the files, and neither another section nor the page', async () => {
  const { counts, count } = countRenders();
  const page = vi.fn();
  function Page() {
    page();
    return (
      <>
        {count('application', <ApplicationSection />)}
        {count('access mode', <AccessModeSection />)}
        {count('caller', <CallerSection />)}
        {count('names', <NamesSection />)}
        {count('options', <OptionsSection />)}
        {count('files', <BuilderFiles />)}
      </>
    );
  }
  const { user } = renderInPage(
    <RoleFormProvider>
      <Page />
    </RoleFormProvider>,
  );
  await user.click(accountId());
  counts.clear();
  page.mockClear();

  await user.keyboard('44');

  expect(page).not.toHaveBeenCalled();
  expect(Object.fromEntries(counts)).toEqual({ files: expect.any(Number) as number });
});

test('the documents follow what is typed, and the status counts what is missing', async () => {
  const { user } = renderInPage(
    <RoleFormProvider>
      <FormDeskProvider>
        <BuilderPage />
      </FormDeskProvider>
    </RoleFormProvider>,
  );
  const status = screen.getByRole('status', { name: 'State of the role' });
  expect(status.textContent).toBe('3 values missing');

  await user.click(accountId());
  await user.paste('445566778899');

  await waitFor(() => expect(status.textContent).toBe('2 values missing'));
  const trust = screen.getByRole('region', { name: 'Trust policy' });
  expect(trust.textContent).toContain('"aws:SourceAccount": "445566778899"');
  expect(trust.textContent).toContain('{{application_id}}');
});

test('a failure while the files are drawn leaves the form as it is', async () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user } = renderInPage(
    <RoleFormProvider>
      <FormDeskProvider>
        <BuilderPage />
      </FormDeskProvider>
    </RoleFormProvider>,
  );
  vi.mocked(planRole).mockImplementation(() => {
    throw new Error('no plan today');
  });
  await user.type(accountId(), '4');
  expect(await screen.findByText(/no plan today/)).toBeTruthy();
  expect(accountId()).toHaveProperty('value', '4');

  vi.mocked(planRole).mockRestore();
  await user.type(accountId(), '4');
  expect(await screen.findByRole('region', { name: 'Trust policy' })).toBeTruthy();
  expect(accountId()).toHaveProperty('value', '44');
  consoleError.mockRestore();
});
