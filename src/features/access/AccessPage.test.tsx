import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInPage } from '@/app/renderInPage';
import { accessTexts } from '@/documents/accessTexts';
import { AccessPage } from './AccessPage';

const APP =
  'arn:aws:qbusiness:us-west-2:445566778899:application/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const text = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [{ Sid: 'Chat', Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: APP }],
  },
  null,
  2,
);
const report = accessTexts({
  texts: [text],
  roleArn: 'arn:aws:iam::111122223333:role/R',
});

const page = (
  <AccessPage
    subject="pasted"
    onSubject={() => {}}
    answer={report}
    documents={[{ name: 'a.json', text }]}
    roleName="R"
    monaco="off"
    onPaste={() => {}}
  />
);

test('the table narrows by text, decision, target and level', async () => {
  const { container } = renderInPage(page);
  expect(screen.getByText('363 of 363 decisions')).toBeTruthy();
  // By label: looking for roles takes jsdom seconds in a table of this size.
  fireEvent.change(screen.getByLabelText('Action contains'), { target: { value: 'CHAT' } });
  fireEvent.change(screen.getByLabelText('Decision'), { target: { value: 'allowed' } });
  await screen.findByText('1 of 363 decisions');
  expect(container.querySelector('tbody tr')?.textContent).toContain('qbusiness:ChatSync');
  fireEvent.change(screen.getByLabelText('On'), { target: { value: 'other-account' } });
  await screen.findByText('0 of 363 decisions');
});

test('a decision leads to the lines of its statement', async () => {
  const { user, container } = renderInPage(page);
  await user.click(screen.getByText('Chat, lines 4–9'));
  const region = screen.getByRole('region', { name: 'Document with the deciding statement' });
  expect(region.textContent).toContain('qbusiness:ChatSync');
  expect(container.querySelectorAll('.code-mark')).toHaveLength(6);
});

test('the picture has the sentences as its text', () => {
  const { container } = renderInPage(page);
  const picture = screen.getByRole('img', { name: 'Who can become the role, and what it can do' });
  const described = container.querySelector(
    `#${CSS.escape(picture.getAttribute('aria-describedby') ?? '')}`,
  );
  expect(described?.textContent).toContain(
    'On the application the role may call qbusiness:ChatSync.',
  );
});
