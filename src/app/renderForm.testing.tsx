import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { useRoleForm, type RoleForm } from '@/state/roleForm';
import { FormProvider } from './FormProvider';
import { renderInPage } from './renderInPage.testing';

/** Renders parts of the form of the role, with `getForm` for the form as it was rendered last. */
export function renderForm(children: ReactNode) {
  const seen = vi.fn<(form: RoleForm) => void>();
  function Form() {
    seen(useRoleForm());
    return null;
  }
  const page = renderInPage(
    <FormProvider>
      {children}
      <Form />
    </FormProvider>,
  );
  const getForm = (): RoleForm => {
    const [form] = seen.mock.lastCall ?? [];
    if (form === undefined) throw new Error('The form is not rendered');
    return form;
  };
  return { ...page, getForm };
}
