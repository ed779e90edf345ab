import { expect, test } from 'vitest';
import { serialOf, TextKeeper, TextSender } from './sharedTexts';

const [one, two] = [
  { serial: 1, text: 'one' },
  { serial: 2, text: 'two' },
];

test('a text is sent once, and dropped when nobody asks about it any more', () => {
  const sender = new TextSender();
  const keeper = new TextKeeper();
  keeper.take(sender.pack([one]));
  const next = sender.pack([one, two]);
  expect(next).toEqual({ added: [two], dropped: [] });
  keeper.take(next);
  expect([keeper.textOf(1), keeper.textOf(2)]).toEqual(['one', 'two']);
  keeper.take(sender.pack([two]));
  expect(() => keeper.textOf(1)).toThrow(RangeError);
  expect(keeper.textOf(2)).toBe('two');
  expect(sender.pack([one])).toEqual({ added: [one], dropped: [2] });
});

test('an object keeps its number, and no two have the same', () => {
  const [first, second] = [{}, {}];
  expect(serialOf(first)).toBe(serialOf(first));
  expect(serialOf(first)).not.toBe(serialOf(second));
});
