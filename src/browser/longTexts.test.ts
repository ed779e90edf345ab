import { expect, test, vi } from 'vitest';
import { refuseLongTexts } from './longTexts';

/** Whether the browser may insert the text into the field. */
function isInserted(field: Element, data: string): boolean {
  document.body.append(field);
  const event = new InputEvent('beforeinput', { data, bubbles: true, cancelable: true });
  return field.querySelector('input, textarea')?.dispatchEvent(event) ?? false;
}

const around = (html: string) => {
  const place = document.createElement('div');
  place.innerHTML = html;
  return place;
};

test('a text that would keep a field busy is not inserted, and its length is said', () => {
  const onRefused = vi.fn();
  const stop = refuseLongTexts(10, onRefused);
  expect(isInserted(around('<input />'), 'a'.repeat(10))).toBe(true);
  expect(onRefused).not.toHaveBeenCalled();
  expect(isInserted(around('<textarea></textarea>'), 'a'.repeat(11))).toBe(false);
  expect(onRefused).toHaveBeenLastCalledWith(11);
  stop();
  expect(isInserted(around('<input />'), 'a'.repeat(11))).toBe(true);
});

test('where long texts are welcome, they are', () => {
  const stop = refuseLongTexts(10, () => {});
  const editor = around('<p data-long-texts=""><textarea></textarea></p>');
  expect(isInserted(editor, 'a'.repeat(11))).toBe(true);
  stop();
});
