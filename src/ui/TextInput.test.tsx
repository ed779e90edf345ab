import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { useForm } from 'react-hook-form';
import { Profiler, useState } from 'react';
import { TextInput } from './TextInput';

test('the field is named by its label and described by its message, help and example', () => {
  renderInPage(
    <TextInput label="Account ID" help="Top right in the console." example="1111-2222-3333" />,
  );
  const field = screen.getByRole('textbox', { name: 'Account ID' });
  expect(field.getAttribute('aria-invalid')).toBe('false');
  expect(described(field)).toBe('Top right in the console. Example: 1111-2222-3333');
  expect(field.getAttribute('placeholder')).toBeNull();
});

test('an error marks the field and appears in a live region that was there before', () => {
  const { show, container } = renderInPage(<TextInput label="Account ID" />);
  const region = container.querySelector('[aria-live="polite"]');
  expect(region?.textContent).toBe('');
  show(<TextInput label="Account ID" error="12 digits: this has 11" />);
  expect(container.querySelector('[aria-live="polite"]')).toBe(region);
  const field = screen.getByRole('textbox');
  expect(region?.textContent).toBe('12 digits: this has 11');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(described(field)).toBe('12 digits: this has 11');
});

test('a warning and a note are told without refusing the value', () => {
  renderInPage(<TextInput label="Account ID" warning="Sample value" note="2 spaces taken out" />);
  const field = screen.getByRole('textbox');
  expect(field.getAttribute('aria-invalid')).toBe('false');
  expect(described(field)).toContain('Sample value');
  expect(described(field)).toContain('2 spaces taken out');
});

test('it works registered with react-hook-form, and a keystroke renders no neighbour', async () => {
  const submitted = vi.fn();
  const neighbourRenders = vi.fn();
  function Form() {
    const { register, handleSubmit } = useForm({ defaultValues: { path: '/' } });
    return (
      <form onSubmit={(event) => void handleSubmit((values) => void submitted(values))(event)}>
        <TextInput label="Path" {...register('path')} />
        <Profiler id="neighbour" onRender={neighbourRenders}>
          <TextInput label="Neighbour" />
        </Profiler>
        <button>Send</button>
      </form>
    );
  }
  const { user } = renderInPage(<Form />);
  neighbourRenders.mockClear();
  await user.type(screen.getByLabelText('Path'), 'team/');
  expect(neighbourRenders).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(submitted).toHaveBeenCalledExactlyOnceWith({ path: '/team/' });
});

test('a controlled multiline field counts its characters and keeps those beyond the limit', async () => {
  function Description() {
    const [text, setText] = useState('abc');
    return (
      <TextInput
        label="Description"
        multiline
        maxCharacters={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    );
  }
  const { user } = renderInPage(<Description />);
  expect(screen.getByText('3 / 4')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'de');
  expect(screen.getByText('5 / 4')).toBeTruthy();
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'abcde');
});

/** What a screen reader says after the name. */
function described(field: HTMLElement): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
}
