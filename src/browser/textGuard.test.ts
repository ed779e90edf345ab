import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardTexts, type TextRefusal } from './textGuard';

/** jsdom has no events with a clipboard or with something dropped. */
class TransferEvent extends Event {
  readonly clipboardData: { readonly getData: () => string };
  readonly dataTransfer: { readonly getData: () => string };

  constructor(kind: string, text: string) {
    super(kind, { bubbles: true, cancelable: true });
    this.clipboardData = { getData: () => text };
    this.dataTransfer = this.clipboardData;
  }
}

const limit = 20_000;
const tangled = `\u202E${'['.repeat(6_000)}`;
const refused = vi.fn<(refusal: TextRefusal) => void>();
let stop = () => {};

beforeEach(() => {
  vi.stubGlobal('ClipboardEvent', TransferEvent);
  vi.stubGlobal('DragEvent', TransferEvent);
  refused.mockReset();
  stop = guardTexts(limit, refused);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function field(html: string): HTMLElement {
  document.body.innerHTML = html;
  const found = document.querySelector<HTMLElement>('input, textarea, p');
  if (found === null) throw new Error('There is no field');
  return found;
}

/** Whether anybody else sees the text. */
function passes(target: Element, event: Event): boolean {
  const seen = vi.fn();
  document.body.addEventListener(event.type, seen, { once: true });
  const isLetThrough = target.dispatchEvent(event);
  expect(seen).toHaveBeenCalledTimes(isLetThrough ? 1 : 0);
  return isLetThrough;
}

const entered = (data: string) =>
  new InputEvent('beforeinput', { data, bubbles: true, cancelable: true });

test('a text that would keep a field busy is not inserted, and its length is said', () => {
  expect(passes(field('<input />'), entered('a'.repeat(limit)))).toBe(true);
  expect(refused).not.toHaveBeenCalled();
  expect(passes(field('<textarea></textarea>'), entered('a'.repeat(limit + 1)))).toBe(false);
  expect(refused).toHaveBeenLastCalledWith({ kind: 'long', length: limit + 1 });
  stop();
  expect(passes(field('<input />'), entered('a'.repeat(limit + 1)))).toBe(true);
});

test('a long text is left to places that handle it', () => {
  const long = 'a'.repeat(limit + 1);
  expect(passes(field('<div data-long-texts=""><textarea></textarea></div>'), entered(long))).toBe(
    true,
  );
  expect(passes(field('<input />'), new TransferEvent('paste', long))).toBe(true);
});

test.each([
  ['pasted', new TransferEvent('paste', tangled)],
  ['dropped', new TransferEvent('drop', tangled)],
  ['entered otherwise', entered(tangled)],
])('a text on which a browser freezes is seen by nobody: %s', (_, event) => {
  expect(passes(field('<p data-long-texts=""></p>'), event)).toBe(false);
  expect(refused).toHaveBeenLastCalledWith({ kind: 'tangled' });
});

test('two harmless texts do not become one on which a browser freezes', () => {
  const input = field('<textarea></textarea>');
  if (!(input instanceof HTMLTextAreaElement)) throw new Error('It takes no text');
  input.value = `${'['.repeat(6_000)}!`;
  input.setSelectionRange(6_000, 6_001);
  expect(passes(input, entered('\u05D0'))).toBe(false);
  expect(passes(input, new TransferEvent('paste', '\u05D0'))).toBe(false);
  expect(refused).toHaveBeenCalledTimes(2);
  expect(passes(input, entered('a'))).toBe(true);
  input.setSelectionRange(0, 6_001);
  expect(passes(input, entered('\u05D0'))).toBe(true);
});

test('what came before there was a guard is told', () => {
  document.documentElement.dataset['textHeld'] = '';
  guardTexts(limit, refused)();
  expect(refused).toHaveBeenCalledExactlyOnceWith({ kind: 'early' });
  guardTexts(limit, refused)();
  expect(refused).toHaveBeenCalledOnce();
});
