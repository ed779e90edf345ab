import { describe, expect, test } from 'vitest';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { changedPaths, newHistory, recorded, redone, undone } from './history';

const typed = (accountId: string) => ({ ...emptyFormValues, accountId });

describe('form history', () => {
  test('keys of one field in quick succession are one step', () => {
    let history = newHistory(emptyFormValues);
    history = recorded(history, typed('1'), 1000);
    history = recorded(history, typed('12'), 2000);
    history = recorded(history, typed('123'), 3400);
    expect(history.past).toEqual([emptyFormValues]);
    expect(undone(history)?.present).toEqual(emptyFormValues);
  });

  test('a pause, another field and a change of several values begin a step', () => {
    let history = newHistory(emptyFormValues);
    history = recorded(history, typed('1'), 1000);
    history = recorded(history, typed('12'), 9000);
    history = recorded(history, { ...typed('12'), region: 'u' }, 9100);
    history = recorded(history, { ...typed('9'), region: 'x' }, 9200);
    expect(history.past).toHaveLength(4);
  });

  test('no change is no step', () => {
    const history = newHistory(emptyFormValues);
    expect(recorded(history, structuredClone(emptyFormValues), 1)).toBe(history);
  });

  test('an undone step can be redone until another change is made', () => {
    let history = recorded(newHistory(emptyFormValues), typed('1'), 1000);
    const back = undone(history);
    expect(back && redone(back)?.present).toEqual(typed('1'));
    history = recorded(back ?? history, typed('2'), 5000);
    expect(redone(history)).toBeUndefined();
    expect(history.past).toEqual([emptyFormValues]);
  });

  test('has a first and a last state', () => {
    const history = newHistory(emptyFormValues);
    expect(undone(history)).toBeUndefined();
    expect(redone(history)).toBeUndefined();
  });
});

describe('changedPaths', () => {
  test('names the one leaf that differs, and stops at two', () => {
    const row = { ...emptyFormValues, tags: [{ key: 'a', value: '' }] };
    expect(changedPaths(emptyFormValues, row)).toEqual(['tags.0']);
    expect(changedPaths(row, { ...row, tags: [{ key: 'b', value: '' }] })).toEqual(['tags.0.key']);
    expect(
      changedPaths(emptyFormValues, { ...emptyFormValues, region: 'a', accountId: 'b', path: 'c' }),
    ).toHaveLength(2);
  });
});
