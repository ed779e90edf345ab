import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderForm } from '@/app/renderForm.testing';
import { emptyFormValues, type RoleFormValues } from '@/qbusiness/form/formValues';
import { MAX_ROWS } from '@/qbusiness/textLimits';
import { goToField } from '@/state/goToField';
import { OptionSections } from './OptionSections';

const indexes = Array.from({ length: MAX_ROWS }, (_, index) => index);

/** Each list with as many entries as a link can bring. */
const longest: RoleFormValues = {
  ...emptyFormValues,
  accessMode: 'web-experience',
  origins: indexes.map((index) => ({ value: `https://www${index}.example.com` })),
  tags: indexes.map((index) => ({ key: `key${index}`, value: `value${index}` })),
  otherApplications: indexes.map((index) => ({ value: `no-application-${index}` })),
};

async function openLongest() {
  const { user, getForm } = renderForm(<OptionSections />);
  const form = getForm();
  act(() => form.undo.replace(longest));
  await waitFor(() => expect(shown('tags')).not.toEqual([]));
  return { user, form };
}

/** The values of the entries of a list that are shown. */
const shown = (list: string): readonly string[] =>
  Array.from(document.querySelectorAll('input'))
    .filter(({ name }) => name.startsWith(`${list}.`))
    .map(({ value }) => value);

const focused = () => document.activeElement?.getAttribute('name');

/** Faster than the queries of Testing Library, for which jsdom computes the labels of every element. */
function button(label: string, parent: ParentNode = document): Element {
  const found = parent.querySelector(`[aria-label="${label}"]`);
  if (found === null) throw new Error(`No button ${label}`);
  return found;
}

const applications = (from: number, to: number) =>
  longest.otherApplications.slice(from, to).map(({ value }) => value);

test('a list shows a page of its entries and keeps them all', async () => {
  const { user, form } = await openLongest();
  expect(document.querySelectorAll('input').length).toBeLessThan(80);
  expect(shown('otherApplications')).toEqual(applications(0, 10));
  expect(shown('tags')).toHaveLength(20);
  const pages = document.querySelector('[aria-label="Pages of more applications for this role"]');
  await user.click(button('Go to next page', pages ?? document));
  expect(shown('otherApplications')).toEqual(applications(10, 20));
  expect(form.getValues()).toEqual(longest);
});

test('a jump to a problem turns to its page, and what is typed there stays', async () => {
  const { user, form } = await openLongest();
  act(() => goToField(form, 'tags.199.value'));
  await waitFor(() => expect(focused()).toBe('tags.199.value'));
  act(() => goToField(form, 'otherApplications.123.value'));
  await waitFor(() => expect(focused()).toBe('otherApplications.123.value'));
  expect(shown('otherApplications')).toEqual(applications(120, 130));
  await user.keyboard('!');
  act(() => goToField(form, 'otherApplications.0.value'));
  expect(shown('otherApplications')).toEqual(applications(0, 10));
  act(() => goToField(form, 'otherApplications.123.value'));
  expect(shown('otherApplications')[3]).toBe('no-application-123!');
  expect(form.getValues('otherApplications.123.value')).toBe('no-application-123!');
});

test('removing keeps the place, restoring and adding turn to the entry', async () => {
  const { user, form } = await openLongest();
  act(() => goToField(form, 'otherApplications.105.value'));
  await user.click(button('Remove Other application 106'));
  expect(shown('otherApplications')).toEqual(
    applications(100, 111).filter((value) => value !== 'no-application-105'),
  );
  expect(form.getValues('otherApplications')).toHaveLength(MAX_ROWS - 1);
  act(() => goToField(form, 'otherApplications.0.value'));
  await user.click(screen.getByText('Undo'));
  await waitFor(() => expect(focused()).toBe('otherApplications.105.value'));
  expect(form.getValues()).toEqual(longest);

  act(() => form.undo.replace({ ...longest, tags: longest.tags.slice(0, 20) }));
  await user.click(screen.getByText('Add tag'));
  await waitFor(() => expect(focused()).toBe('tags.20.key'));
  expect(shown('tags')).toEqual(['', '']);
  await user.click(button('Remove tag 21'));
  expect(shown('tags')[0]).toBe('key10');
});

test('after a tag is removed the focus is on the button of the next one, at the end on Add tag', async () => {
  const { user, form } = await openLongest();
  act(() => form.undo.replace({ ...longest, tags: longest.tags.slice(0, 3) }));
  await user.click(button('Remove tag 1'));
  await waitFor(() => expect(document.activeElement).toBe(button('Remove tag 1')));
  await user.click(button('Remove tag 2'));
  await waitFor(() => expect(document.activeElement).toBe(button('Remove tag 1')));
  await user.click(button('Remove tag 1'));
  expect(document.activeElement?.textContent).toBe('Add tag');
});
