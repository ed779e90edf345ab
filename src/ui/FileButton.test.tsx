import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInPage } from '@/app/renderInPage.testing';
import { FileButton } from './FileButton';

const file = (name: string) => new File(['{}'], name, { type: 'application/json' });

test('the button opens the file chooser, and what is chosen is handed over', async () => {
  const onFiles = vi.fn<(files: readonly File[]) => void>();
  const { user } = renderInPage(
    <FileButton label="Files with roles" accept=".json" onFiles={onFiles}>
      Open files
    </FileButton>,
  );
  const input = screen.getByLabelText<HTMLInputElement>('Files with roles');
  const opened = vi.spyOn(input, 'click').mockImplementation(() => {});
  await user.click(screen.getByText('Open files'));
  expect(opened).toHaveBeenCalledOnce();

  await user.upload(input, [file('a.json'), file('b.json')]);
  expect(onFiles.mock.lastCall?.[0].map(({ name }) => name)).toEqual(['a.json', 'b.json']);
  // The same file again, after it has changed.
  await user.upload(input, file('a.json'));
  expect(onFiles).toHaveBeenCalledTimes(2);
});
