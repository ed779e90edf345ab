import { beforeEach, expect, test, vi } from 'vitest';
import { focusById, focusByName, focusFirstControlIn } from './focus';

const scrolls = vi.fn();

beforeEach(() => {
  scrolls.mockClear();
  Element.prototype.scrollIntoView = scrolls;
  Object.defineProperty(window, 'matchMedia', {
    value: () => ({ matches: true }),
    configurable: true,
  });
  document.body.innerHTML = `
    <details id="outer"><details id="inner"><input id="path" name="path"></details></details>
    <input type="radio" name="mode" value="a"><input type="radio" name="mode" value="b" checked>
    <div id="row"><button>Remove</button><input type="hidden"><input id="key"></div>
    <p id="plain">text</p>`;
});

test('a field in a collapsed section is shown, focused and scrolled to, without motion for people who prefer none', () => {
  expect(focusById('path')).toBe(true);
  expect(document.activeElement?.id).toBe('path');
  expect(document.querySelectorAll('details[open]')).toHaveLength(2);
  expect(scrolls).toHaveBeenCalledExactlyOnceWith({ block: 'nearest', behavior: 'auto' });
});

test('of radios with one name the checked one is focused', () => {
  expect(focusByName('mode')).toBe(true);
  expect(document.activeElement).toHaveProperty('value', 'b');
});

test('the first control of a row is its field, not its button', () => {
  expect(focusFirstControlIn('row')).toBe(true);
  expect(document.activeElement?.id).toBe('key');
});

test('false is returned for an element that does not exist or cannot be focused', () => {
  expect(focusById('missing')).toBe(false);
  expect(focusByName('missing')).toBe(false);
  expect(focusById('plain')).toBe(false);
});
