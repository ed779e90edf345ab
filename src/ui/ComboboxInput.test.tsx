import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { useState } from 'react';
import { ComboboxInput } from './ComboboxInput';

const regions = [
  { value: 'us-east-1', description: 'N. Virginia' },
  { value: 'eu-west-1', description: 'Ireland' },
  { value: 'ap-southeast-2', description: 'Sydney' },
];

function Region({ initial = '' }: { initial?: string }) {
  const [value, setValue] = useState(initial);
  return <ComboboxInput label="Region" value={value} onChange={setValue} options={regions} />;
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Region' });
const names = () => screen.queryAllByRole('option').map((option) => option.textContent);

test('any text can be typed, suggested or not, and stays when the field is left', async () => {
  const { user } = renderInPage(<Region />);
  await user.type(field(), 'mars-north-1');
  expect(screen.queryByRole('listbox')).toBeNull();
  await user.tab();
  expect(field().value).toBe('mars-north-1');
});

test('typing part of a value or of its description narrows the suggestions', async () => {
  const { user } = renderInPage(<Region />);
  await user.type(field(), 'irel');
  expect(names()).toEqual(['eu-west-1Ireland']);
});

test('arrows walk the suggestions and Enter takes one without sending the form', async () => {
  const submit = vi.fn();
  const { user } = renderInPage(
    <form onSubmit={submit}>
      <Region />
    </form>,
  );
  await user.click(field());
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(field().value).toBe('eu-west-1');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(field());
  expect(submit).not.toHaveBeenCalled();
});

test('a chosen value shows all suggestions again', async () => {
  const { user } = renderInPage(<Region initial="eu-west-1" />);
  await user.click(screen.getByRole('button', { name: 'Show suggestions' }));
  expect(names()).toHaveLength(3);
});

test('Escape closes the list and keeps the text', async () => {
  const { user } = renderInPage(<Region />);
  await user.type(field(), 'eu');
  expect(names()).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(field().value).toBe('eu');
});
