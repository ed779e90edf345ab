import { expect, test, vi } from 'vitest';
import { mediaStore } from './media';

test('the store follows the query, and prerendering takes the given answer', () => {
  const list = Object.assign(new EventTarget(), { matches: false });
  const matchMedia = vi.fn(() => list);
  Object.defineProperty(window, 'matchMedia', { value: matchMedia, configurable: true });

  const store = mediaStore('(min-width: 900px)', true);
  expect(matchMedia).not.toHaveBeenCalled();
  expect(store.getServerSnapshot()).toBe(true);
  expect(store.getSnapshot()).toBe(false);
  expect(matchMedia).toHaveBeenCalledWith('(min-width: 900px)');

  const onChange = vi.fn();
  const unsubscribe = store.subscribe(onChange);
  list.matches = true;
  list.dispatchEvent(new Event('change'));
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(store.getSnapshot()).toBe(true);
  unsubscribe();
  list.dispatchEvent(new Event('change'));
  expect(onChange).toHaveBeenCalledTimes(1);
});
