import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInPage } from '@/app/renderInPage';
import type { ComparedPair } from '@/documents/compareTexts';
import { ComparePage } from './ComparePage';

const pair: ComparedPair = {
  label: 'Trust policy',
  before: '{}\n',
  after: '{\n  "Version": "2012-10-17"\n}\n',
  verdict: 'more',
  summary: 'The pasted document grants more than the plan.',
  more: ['Only the pasted document allows sts:AssumeRole to 998877665544.'],
  less: [],
  refusals: [],
  undecided: [],
};
const props = { missing: 0, monaco: 'off', onPaste: () => {}, onUsePlan: () => {} } as const;

test('the verdict stands above both texts, with every difference', () => {
  renderInPage(<ComparePage {...props} pairs={[pair]} />);
  expect(screen.getByRole('status').textContent).toContain(pair.summary);
  expect(screen.getByText(/998877665544/)).toBeTruthy();
  expect(screen.getByRole('region', { name: /side by side/ }).textContent).toContain('2012-10-17');
});

test('each pair has its tab', async () => {
  const other = { ...pair, label: 'Permissions policy', summary: 'The same document.' };
  const { user } = renderInPage(<ComparePage {...props} pairs={[pair, other]} />);
  await user.click(screen.getByRole('tab', { name: 'Permissions policy' }));
  expect(screen.getByRole('status').textContent).toContain('The same document.');
});

test('what the form lacks is said beside what it is compared with', () => {
  renderInPage(<ComparePage {...props} missing={2} pairs={[pair]} />);
  expect(screen.getByText(/The form still lacks 2 values/)).toBeTruthy();
});

test('without documents it says where they come from, and nothing else', async () => {
  const onPaste = vi.fn();
  const { user } = renderInPage(
    <ComparePage {...props} missing={2} pairs={[]} onPaste={onPaste} />,
  );
  expect(screen.queryByText(/still lacks/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Paste documents' }));
  expect(onPaste).toHaveBeenCalledOnce();
});
