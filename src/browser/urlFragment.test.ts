import { afterEach, expect, test, vi } from 'vitest';
import { pushFragment, readFragment, replaceFragment, subscribeToFragment } from './urlFragment';

afterEach(() => {
  vi.restoreAllMocks();
  replaceFragment('');
});

const moved = () => new Promise((resolve) => setTimeout(resolve, 30));

test('a written fragment can be read, and an empty one leaves no # in the address', () => {
  expect(replaceFragment('v1;region=us-east-1')).toBe('written');
  expect(readFragment()).toBe('v1;region=us-east-1');
  replaceFragment('');
  expect(location.href).not.toContain('#');
});

test('replacing keeps the length of the history, pushing adds to it', () => {
  const before = history.length;
  replaceFragment('a');
  expect(history.length).toBe(before);
  pushFragment('b');
  expect(history.length).toBe(before + 1);
});

test('Back is reported once, a write of our own never', async () => {
  replaceFragment('first');
  const seen: string[] = [];
  const unsubscribe = subscribeToFragment((fragment) => seen.push(fragment));
  pushFragment('second');
  await moved();
  expect(seen).toEqual([]);
  history.back();
  await moved();
  expect(seen).toEqual(['first']);
  unsubscribe();
  location.hash = 'third';
  await moved();
  expect(seen).toEqual(['first']);
});

test('Back to a fragment that was replaced in the meantime is still reported', async () => {
  replaceFragment('start');
  pushFragment('seen');
  const seen: string[] = [];
  const unsubscribe = subscribeToFragment((fragment) => seen.push(fragment));
  replaceFragment('typed');
  location.hash = 'seen';
  await moved();
  expect(seen).toEqual(['seen']);
  unsubscribe();
});

test('a browser that limits changes of the address refuses, and the page goes on', () => {
  vi.spyOn(history, 'replaceState').mockImplementationOnce(() => {
    throw new DOMException('Too many calls', 'SecurityError');
  });
  expect(replaceFragment('x')).toBe('refused');
});
