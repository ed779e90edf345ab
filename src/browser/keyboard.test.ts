import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { subscribeToKeys, subscribeToPaste, type KeyPress } from './keyboard';

const stops: (() => void)[] = [];

beforeEach(() => {
  document.body.innerHTML =
    '<input id="text"><input id="radio" type="radio"><div id="editor" role="textbox" tabindex="0"></div><dialog id="dialog"><button id="inside"></button></dialog><button id="button"></button>';
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const element = (id: string) => document.getElementById(id) ?? document.body;

describe('keys', () => {
  const press = (id: string, init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    element(id).dispatchEvent(event);
    return event;
  };

  test.each([
    ['text', { inField: true, inDialog: false }],
    ['editor', { inField: true, inDialog: false }],
    ['radio', { inField: false, inDialog: false }],
    ['button', { inField: false, inDialog: false }],
    ['inside', { inField: false, inDialog: true }],
  ])('say where they were pressed: %s', (id, where) => {
    const listener = vi.fn((_: KeyPress) => false);
    stops.push(subscribeToKeys(listener));
    press(id, { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true });
    expect(listener).toHaveBeenCalledExactlyOnceWith({
      key: 'z',
      code: 'KeyZ',
      primary: true,
      alt: false,
      shift: true,
      ...where,
    });
  });

  test('keep the browser from its own use only when handled', () => {
    stops.push(subscribeToKeys(({ key }) => key === 'k'));
    expect(press('button', { key: 'k' }).defaultPrevented).toBe(true);
    expect(press('button', { key: 'j' }).defaultPrevented).toBe(false);
  });

  test('that somebody else handled, or that compose a character, are left alone', () => {
    const listener = vi.fn((_: KeyPress) => true);
    stops.push(subscribeToKeys(listener));
    element('editor').addEventListener('keydown', (event) => event.preventDefault());
    press('editor', { key: 'k', ctrlKey: true });
    press('text', { key: 'k', isComposing: true });
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('a paste', () => {
  const paste = (id: string, text: string) => {
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => text },
    });
    element(id).dispatchEvent(event);
    return event.defaultPrevented;
  };

  test.each([
    ['button', 'arn:aws', 1],
    ['radio', 'arn:aws', 1],
    ['text', 'arn:aws', 0],
    ['editor', 'arn:aws', 0],
    ['inside', 'arn:aws', 0],
    ['button', '  ', 0],
  ])('on %s of “%s” is taken %i times', (id, text, times) => {
    const listener = vi.fn();
    stops.push(subscribeToPaste(listener));
    expect(paste(id, text)).toBe(times === 1);
    expect(listener).toHaveBeenCalledTimes(times);
  });
});
