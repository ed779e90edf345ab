import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FormProvider } from '@/app/FormProvider';
import { renderInPage } from '@/app/renderInPage.testing';
import CheckView from './CheckView';

const role = {
  Role: {
    RoleName: 'Chat',
    Arn: 'arn:aws:iam::444455556666:role/Chat',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
    },
  },
};

test('a role that lets anybody in is pasted, and the finding says so', async () => {
  const { user } = renderInPage(
    <FormProvider>
      <CheckView />
    </FormProvider>,
  );
  await user.click(screen.getByLabelText(/^Paste or drop roles/));
  await user.paste(JSON.stringify(role));
  await screen.findByText('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL');
  const findings = document.querySelector('[aria-label="Findings"]')?.textContent;
  expect(findings).toContain('Every role and user of every AWS account can assume the role');
});
