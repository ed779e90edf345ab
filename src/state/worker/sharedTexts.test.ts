import { expect, test } from 'vitest';
import { serialOf, TextReceiver, TextSender } from './sharedTexts';

const [one, two] = [
  { serial: 1, text: 'one' },
  { serial: 2, text: 'two' },
];

test('a text is sent once, and dropped when nobody asks about it any more', () => {
  const sender = new TextSender();
  const receiver = new TextReceiver();
  receiver.take(sender.pack([one]));
  const next = sender.pack([one, two]);
  expect(next).toEqual({ added: [two], dropped: [] });
  receiver.take(next);
  expect([receiver.textOf(1), receiver.textOf(2)]).toEqual(['one', 'two']);
  receiver.take(sender.pack([two]));
  expect(() => receiver.textOf(1)).toThrow(RangeError);
  expect(receiver.textOf(2)).toBe('two');
  expect(sender.pack([one])).toEqual({ added: [one], dropped: [2] });
});

test('a long text is sent in pieces, and from its start again after a cancellation', () => {
  const sender = new TextSender();
  const receiver = new TextReceiver();
  const long = { serial: 3, text: 'text '.repeat(1_000_000) };
  for (const piece of sender.pieces([one, long])) {
    receiver.takePiece(piece);
    expect(piece.text.length).toBeLessThanOrEqual(2_000_000);
    if (piece.start > 0) break;
  }
  for (const piece of sender.pieces([one, long])) receiver.takePiece(piece);
  const packed = sender.pack([one, long]);
  expect(packed).toEqual({ added: [one], dropped: [] });
  receiver.take(packed);
  expect(receiver.textOf(3) === long.text).toBe(true);
  expect([...sender.pieces([one, long])]).toEqual([]);
});

test('the received part of a text whose sending was cancelled is dropped', () => {
  const sender = new TextSender();
  const long = { serial: 3, text: 'text '.repeat(1_000_000) };
  sender.pieces([long]).next();
  expect(sender.pack([one])).toEqual({ added: [one], dropped: [3] });
});

test('an object keeps its number, and no two have the same', () => {
  const [first, second] = [{}, {}];
  expect(serialOf(first)).toBe(serialOf(first));
  expect(serialOf(first)).not.toBe(serialOf(second));
});
