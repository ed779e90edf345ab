import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { autosave } from './autosave';
import { undoStore } from './undo';

/** A form without a page. */
function fakeForm() {
  let values: RoleFormValues = emptyFormValues;
  const listeners = new Set<() => void>();
  const set = (next: RoleFormValues) => {
    values = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => values,
    set,
    type: (part: Partial<RoleFormValues>) => set({ ...values, ...part }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Patient, because a busy machine may take longer than the usual second. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

const stored = () =>
  Object.entries(localStorage)
    .map(([, text]) => String(text))
    .join('\n');
const stops: (() => void)[] = [];

async function begun(form: ReturnType<typeof fakeForm>) {
  const undo = undoStore(form);
  const saving = autosave(undo);
  stops.push(undo.connect());
  const restored = await new Promise((resolve) => {
    stops.push(saving.start(resolve));
  });
  return { undo, saving, restored };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const stop of stops.splice(0)) stop();
});

test('an untouched page begins empty and stores nothing', async () => {
  const { restored } = await begun(fakeForm());
  expect(restored).toEqual({ form: 'empty', losses: 0 });
  expect(localStorage).toHaveLength(0);
});

test('the form is stored while it is filled in, and restored after a reload', async () => {
  const form = fakeForm();
  await begun(form);
  form.type({ region: 'eu-west-1' });
  await eventually(() => expect(stored()).toContain('eu-west-1'));
  const next = fakeForm();
  const { restored } = await begun(next);
  expect(restored).toEqual({ form: 'restored', losses: 0 });
  expect(next.get().region).toBe('eu-west-1');
});

test('a full storage is reported until there is room again', async () => {
  const form = fakeForm();
  const { saving } = await begun(form);
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  form.type({ region: 'eu-west-1' });
  await eventually(() => expect(saving.getState().failure).toBe('quota'));
  expect(form.get().region).toBe('eu-west-1');
  full.mockRestore();
  form.type({ region: 'us-east-1' });
  await eventually(() => expect(saving.getState().failure).toBeUndefined());
});

test('undo and redo go through the states of the form', async () => {
  const form = fakeForm();
  const { undo } = await begun(form);
  form.type({ accountId: '1' });
  form.type({ accountId: '12' });
  form.type({ accessMode: 'api-only' });
  undo.undo();
  expect(form.get()).toMatchObject({ accountId: '12', accessMode: 'web-experience' });
  undo.undo();
  expect(form.get()).toEqual(emptyFormValues);
  expect(undo.getState()).toMatchObject({ canUndo: false, canRedo: true });
  undo.redo();
  undo.redo();
  expect(form.get()).toMatchObject({ accountId: '12', accessMode: 'api-only' });
});

test('switched off, the form lasts as long as its tab', async () => {
  localStorage.setItem('qbusiness-policies:autosave', 'off');
  const form = fakeForm();
  await begun(form);
  form.type({ region: 'eu-west-1' });
  await eventually(() =>
    expect(sessionStorage.getItem('qbusiness-policies:form')).toContain('eu-west-1'),
  );
  expect(stored()).not.toContain('eu-west-1');
  const next = fakeForm();
  const { restored } = await begun(next);
  expect(restored).toEqual({ form: 'restored', losses: 0 });
  expect(next.get().region).toBe('eu-west-1');
});

test('switched off, it removes what it has saved and saves no more', async () => {
  const form = fakeForm();
  const { saving } = await begun(form);
  form.type({ region: 'eu-west-1' });
  await eventually(() => expect(stored()).toContain('eu-west-1'));
  saving.setOn(false);
  await eventually(() => expect(stored()).not.toContain('eu-west-1'));
  form.type({ region: 'us-east-1' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(stored()).not.toContain('us-east-1');
});

test('drafts of a newer version stay untouched', async () => {
  sessionStorage.setItem('qbusiness-policies:tab', 'mine');
  const newer = '{"format":"qbusiness-policies-drafts","version":99,"drafts":[]}';
  localStorage.setItem('qbusiness-policies:tab:mine', newer);
  const form = fakeForm();
  await begun(form);
  form.type({ region: 'eu-west-1' });
  await eventually(() => expect(stored()).toContain('eu-west-1'));
  expect(localStorage.getItem('qbusiness-policies:tab:mine')).toBe(newer);
});
