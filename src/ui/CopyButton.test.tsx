import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { CopyButton } from './CopyButton';
import { StatusAnnouncer } from './StatusAnnouncer';

const page = (button: React.ReactNode) => (
  <>
    {button}
    <StatusAnnouncer />
  </>
);

test('the copied text is what the clipboard holds, and it is said once', async () => {
  const { user } = renderInPage(
    page(<CopyButton label="Copy JSON" subject="Trust policy" getText={() => '{}\n'} />),
  );
  await user.click(screen.getByRole('button', { name: 'Copy JSON' }));
  expect(await navigator.clipboard.readText()).toBe('{}\n');
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Trust policy copied');
});

test('a refusal says what to do next', async () => {
  const { user } = renderInPage(page(<CopyButton label="Copy JSON" getText={() => '{}'} />));
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('no'));
  await user.click(screen.getByRole('button', { name: 'Copy JSON' }));
  expect(screen.getByText(/^Not copied\. .* select the text and copy it\.$/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toMatch(/^Text not copied\./);
  expect(screen.getByRole('button', { name: 'Copy JSON' })).toBeTruthy();
});

test('where the text is refused nothing is copied', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockClear();
  const { user } = renderInPage(page(<CopyButton label="Copy JSON" getText={() => undefined} />));
  await user.click(screen.getByRole('button', { name: 'Copy JSON' }));
  expect(write).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Copy JSON' })).toBeTruthy();
});
