import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FormProvider } from '@/app/FormProvider';
import { renderInPage } from '@/app/renderInPage';
import { checkSession } from '@/state/check/checkSession';
import CheckView from './CheckView';

const role = {
  Role: {
    RoleName: 'Chat',
    Arn: 'arn:aws:iam::444455556666:role/Chat',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }],
    },
  },
};

afterEach(() => {
  for (const { id } of checkSession.getState().texts) checkSession.remove(id);
});

test('a role that lets anybody in is pasted, and the finding says so beside its document', async () => {
  const { user } = renderInPage(
    <FormProvider>
      <CheckView />
    </FormProvider>,
  );
  await user.click(screen.getByLabelText(/^Paste or drop roles/));
  await user.paste(JSON.stringify(role));
  await screen.findByText(/anyone/i);
});
