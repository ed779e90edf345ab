import { beforeEach, expect, test, vi } from 'vitest';

/** The module anew, as after a reload. */
async function reloaded() {
  vi.resetModules();
  return (await import('./checkSession')).checkSession;
}

beforeEach(() => {
  sessionStorage.clear();
});

test('texts, their kinds and the view survive a reload', async () => {
  const session = await reloaded();
  session.add([
    { name: 'trust.json', text: '{"Statement":[]}' },
    { name: '', text: '{}' },
  ]);
  const [first, second] = session.get().texts;
  session.setKind(first?.id ?? 0, 0, 'trust');
  session.showRole('Web');
  session.showText(second?.id ?? 0);
  await vi.waitFor(() => expect(sessionStorage).toHaveLength(1));
  const { texts, role, text } = (await reloaded()).get();
  expect(texts).toEqual([
    { id: first?.id, name: 'trust.json', text: '{"Statement":[]}', kinds: { 0: 'trust' } },
    { id: second?.id, name: '', text: '{}', kinds: {} },
  ]);
  expect(role).toBe('Web');
  expect(text).toBe(second?.id);
});

test('a text that is added after a reload gets an ID of its own', async () => {
  (await reloaded()).add([{ name: 'a', text: '{}' }]);
  await vi.waitFor(() => expect(sessionStorage).toHaveLength(1));
  const session = await reloaded();
  session.add([{ name: 'b', text: '[]' }]);
  expect(new Set(session.get().texts.map(({ id }) => id)).size).toBe(2);
});

test('empty texts make room for added ones', async () => {
  const session = await reloaded();
  session.add([{ name: '', text: '' }]);
  session.add([{ name: 'a', text: '{}' }]);
  expect(session.get().texts.map(({ name }) => name)).toEqual(['a']);
  expect(session.get().text).toBe(session.get().texts[0]?.id);
});

test('texts that are too large are not kept, which is known', async () => {
  const session = await reloaded();
  session.add([{ name: 'large', text: ' '.repeat(2_000_001) }]);
  await vi.waitFor(() => expect(session.get().isKept).toBe(false));
  session.removeAll();
  await vi.waitFor(() => expect(session.get().isKept).toBe(true));
  expect((await reloaded()).get().texts).toEqual([]);
});

test.each([
  ['no JSON', '{'],
  ['another version', '{"version":99,"texts":[{"id":1,"name":"","text":"x","kinds":{}}]}'],
  ['other things', '{"version":1,"texts":[null,{"id":"1","name":"","text":"x"},7]}'],
])('%s in the storage is no session', async (_, stored) => {
  sessionStorage.setItem('qbusiness-policies:check', stored);
  expect((await reloaded()).get().texts).toEqual([]);
});

test('texts that take the place of all others can be taken back', async () => {
  const session = await reloaded();
  session.add([{ name: 'role.json', text: '{}' }]);
  session.showRole('Web');
  const before = session.get();
  const bringBack = session.replaceAll([{ name: 'trust.json', text: '[]' }]);
  expect(session.get().texts.map(({ name }) => name)).toEqual(['trust.json']);
  expect(session.get().role).toBeUndefined();
  bringBack();
  expect(session.get()).toEqual(before);
});
