import { expect, test } from 'vitest';
import { ignoreDroppedFiles } from './droppedFiles';

/** Whether the browser does what it does with a drop of its own accord. */
function opens(types: readonly string[]): boolean {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types, dropEffect: 'copy' } });
  return document.body.dispatchEvent(event);
}

test('a dropped file does not replace the page, and a dropped text is left to the browser', () => {
  const stop = ignoreDroppedFiles();
  expect(opens(['Files'])).toBe(false);
  expect(opens(['text/plain'])).toBe(true);
  stop();
  expect(opens(['Files'])).toBe(true);
});
