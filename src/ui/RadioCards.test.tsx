import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import { useForm } from 'react-hook-form';
import { RadioCards } from './RadioCards';

const options = [
  { value: 'web', title: 'Web experience', description: 'Amazon Q Business assumes the role.' },
  { value: 'api', title: 'API only', description: 'Your program assumes the role.' },
];

test('a radio is named by its title alone; the description describes it', () => {
  renderInPage(
    <RadioCards legend="Access mode" name="mode" options={options} defaultValue="api" />,
  );
  expect(screen.getByRole('group', { name: 'Access mode' })).toBeTruthy();
  const radio = screen.getByRole('radio', { name: 'API only', checked: true });
  const description = document.getElementById(radio.getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toBe('Your program assumes the role.');
});

test('arrows choose, a press anywhere on a card chooses, and react-hook-form sees it', async () => {
  const submitted = vi.fn();
  function Form() {
    const { register, handleSubmit } = useForm({ defaultValues: { mode: 'web' } });
    return (
      <form onSubmit={(event) => void handleSubmit((values) => void submitted(values))(event)}>
        <RadioCards legend="Access mode" options={options} {...register('mode')} />
        <button>Send</button>
      </form>
    );
  }
  const { user } = renderInPage(<Form />);
  expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', 'web');
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', 'api');
  await user.click(screen.getByText('Amazon Q Business assumes the role.'));
  expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', 'web');
  await user.keyboard('{ArrowDown}');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(submitted).toHaveBeenCalledExactlyOnceWith({ mode: 'api' });
});
