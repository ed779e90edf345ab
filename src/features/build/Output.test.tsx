import { act, screen, waitFor } from '@testing-library/react';
import { Fragment, lazy, type ComponentType } from 'react';
import { expect, test } from 'vitest';
import { FormProvider } from '@/app/FormProvider';
import { renderInPage } from '@/app/renderInPage.testing';
import { Output, type MoreTabs } from './Output';

test('the panel of a tab is busy while it still shows the former one', async () => {
  let arrive: (tab: { default: ComponentType }) => void = () => {};
  const Access = lazy(
    () =>
      new Promise<{ default: ComponentType }>((resolve) => {
        arrive = resolve;
      }),
  );
  const tabs: MoreTabs = { access: Access, 'change-record': Fragment, applications: Fragment };
  const output = (tab: 'policies' | 'access') => (
    <FormProvider>
      <Output tab={tab} tabs={tabs} boundary={({ children }) => children} />
    </FormProvider>
  );
  const { show } = renderInPage(output('policies'));
  const panel = () => screen.getByRole('tabpanel');
  expect(panel().getAttribute('aria-busy')).toBeNull();

  show(output('access'));
  expect(panel().getAttribute('aria-busy')).toBe('true');
  expect(panel().textContent).toContain('Permissions policy');

  act(() => {
    arrive({ default: () => <p>Who can assume</p> });
  });
  await waitFor(() => expect(panel().textContent).toBe('Who can assume'));
  expect(panel().getAttribute('aria-busy')).toBeNull();
});
