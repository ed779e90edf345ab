import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { DownloadButton } from './DownloadButton';
import { StatusAnnouncer } from './StatusAnnouncer';

const file = { name: 'policies.zip', contents: 'x', mime: 'application/zip' };

test('the file is handed to the browser and its name is said', async () => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => {};
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  const { user } = renderInPage(
    <>
      <DownloadButton label="Download" getFile={() => Promise.resolve(file)} />
      <StatusAnnouncer />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Download' }));
  await screen.findByText('Download of policies.zip started');
  expect(names).toEqual(['policies.zip']);
});
