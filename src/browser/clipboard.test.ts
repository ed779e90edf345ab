import { afterEach, expect, test, vi } from 'vitest';
import { ClipboardRefusal, copyText } from './clipboard';

const setClipboard = (clipboard: Partial<Clipboard> | undefined) =>
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
const setExecCommand = (execCommand: ((command: string) => boolean) | undefined) =>
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });

afterEach(() => {
  setClipboard(undefined);
  setExecCommand(undefined);
});

test('the text reaches the clipboard', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  setClipboard({ writeText });
  await copyText('{}\n');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('{}\n');
});

test('text that is still being made is copied when it is there', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  setClipboard({ writeText });
  await copyText(Promise.resolve('later'));
  expect(writeText).toHaveBeenCalledExactlyOnceWith('later');
});

test('a refusal of the browser says so and keeps its cause', async () => {
  const cause = new DOMException('Write permission denied.', 'NotAllowedError');
  setClipboard({ writeText: () => Promise.reject(cause) });
  const refusal = await copyText('x').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ClipboardRefusal);
  expect(refusal).toMatchObject({ reason: 'denied', cause });
});

test('an error of the text itself is no refusal', async () => {
  setClipboard({ writeText: () => Promise.resolve() });
  const fault = new Error('cannot render');
  await expect(copyText(Promise.reject(fault))).rejects.toBe(fault);
});

test('without a clipboard the selected text is copied, and the focus returns', async () => {
  let selected = '';
  setExecCommand(() => {
    const holder = document.activeElement;
    if (holder instanceof HTMLTextAreaElement) selected = holder.value;
    return true;
  });
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  await copyText('two\nlines\n');
  expect(selected).toBe('two\nlines\n');
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
});

test('without any way to copy the refusal is "unavailable"', async () => {
  await expect(copyText('x')).rejects.toMatchObject({ reason: 'unavailable' });
  setExecCommand(() => false);
  await expect(copyText('x')).rejects.toMatchObject({ reason: 'unavailable' });
});
