import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { useState } from 'react';
import { ComboboxInput } from './ComboboxInput';

const regions = [
  { value: 'us-east-1', description: 'N. Virginia', group: 'Amazon Q Business' },
  { value: 'eu-west-1', description: 'Ireland', group: 'Amazon Q Business' },
  { value: 'eu-central-1', description: 'Frankfurt', group: 'Other Regions' },
];

function Region({ initial = '' }: { initial?: string }) {
  const [value, setValue] = useState(initial);
  return <ComboboxInput label="Region" value={value} onChange={setValue} options={regions} />;
}

const field = () => screen.getByRole('combobox', { name: 'Region' });
const names = () => screen.queryAllByRole('option').map((option) => option.textContent);

test('any text can be typed, suggested or not', async () => {
  const { user } = renderInPage(<Region />);
  await user.type(field(), 'mars-north-1');
  expect(field()).toHaveProperty('value', 'mars-north-1');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('typing part of a value or of its description narrows the suggestions', async () => {
  const { user } = renderInPage(<Region />);
  await user.type(field(), 'irel');
  expect(names()).toEqual(['eu-west-1Ireland']);
});

test('arrows walk the suggestions in a circle and Enter takes one without sending the form', async () => {
  const submit = vi.fn();
  const { user } = renderInPage(
    <form onSubmit={submit}>
      <Region />
    </form>,
  );
  await user.tab();
  expect(screen.queryByRole('listbox')).toBeNull();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const active = screen.getByRole('option', { name: /eu-west-1/ });
  expect(field().getAttribute('aria-activedescendant')).toBe(active.id);
  expect(field().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
  expect(field()).toHaveProperty('value', 'eu-central-1');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(field());
  expect(submit).not.toHaveBeenCalled();
});

test('a chosen value shows all suggestions again, under their headings, and marks itself', async () => {
  const { user } = renderInPage(<Region initial="eu-west-1" />);
  await user.click(screen.getByRole('button', { name: 'Suggestions for Region' }));
  expect(names()).toHaveLength(3);
  expect(screen.getByRole('group', { name: 'Other Regions' }).textContent).toContain('Frankfurt');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('eu-west-1');
});

test('a click takes a suggestion and leaves the focus in the field', async () => {
  const { user } = renderInPage(<Region />);
  await user.click(field());
  await user.click(screen.getByRole('option', { name: /us-east-1/ }));
  expect(field()).toHaveProperty('value', 'us-east-1');
  expect(document.activeElement).toBe(field());
});

test('Escape closes the list and keeps the text; leaving the field closes it too', async () => {
  const { user } = renderInPage(<Region />);
  await user.type(field(), 'eu');
  expect(names()).toHaveLength(2);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(field()).toHaveProperty('value', 'eu');
  await user.keyboard('{ArrowDown}');
  expect(names()).toHaveLength(2);
  await user.tab();
  expect(screen.queryByRole('listbox')).toBeNull();
});
