import { afterEach, expect, test, vi } from 'vitest';
import { canShare, share } from './share';

afterEach(() => vi.unstubAllGlobals());

test('a browser without a share sheet shares nothing', () => {
  vi.stubGlobal('navigator', {});
  expect(canShare({ url: 'https://example.com/' })).toBe(false);
});

test('the page asks the browser which files it can share', () => {
  vi.stubGlobal('navigator', { canShare: ({ files }: ShareData) => files === undefined });
  expect(canShare({ text: 'x' })).toBe(true);
  expect(canShare({ files: [new File(['x'], 'policies.zip')] })).toBe(false);
});

test('closing the share sheet is no error, but a refusal of the browser is one', async () => {
  const fail = (name: string) => () => Promise.reject(new DOMException('no', name));
  vi.stubGlobal('navigator', { share: () => Promise.resolve() });
  expect(await share({ text: 'x' })).toBe(true);
  vi.stubGlobal('navigator', { share: fail('AbortError') });
  expect(await share({ text: 'x' })).toBe(false);
  vi.stubGlobal('navigator', { share: fail('NotAllowedError') });
  await expect(share({ text: 'x' })).rejects.toThrow('no');
});
