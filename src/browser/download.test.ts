import { afterEach, expect, test, vi } from 'vitest';
import { saveFile } from './download';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the browser is handed the bytes under their name, and the memory is released later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const blobs: Blob[] = [];
  URL.createObjectURL = vi.fn((blob: Blob) => {
    blobs.push(blob);
    return 'blob:one';
  });
  URL.revokeObjectURL = vi.fn();
  const clicked: { name: string; href: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    clicked.push({ name: this.download, href: this.href });
  });

  saveFile('policies.zip', new Uint8Array([80, 75]), 'application/zip');

  expect(clicked).toEqual([{ name: 'policies.zip', href: 'blob:one' }]);
  expect(blobs[0]?.type).toBe('application/zip');
  expect(blobs[0]?.size).toBe(2);
  expect(document.querySelector('a')).toBeNull();
  expect(URL.revokeObjectURL).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(URL.revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:one');
});
