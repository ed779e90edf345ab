import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage';
import type { FindingItem } from './findings';
import { FindingList } from './FindingList';

const findings: readonly FindingItem[] = [
  { id: '1', severity: 'suggestion', message: 'Add a description' },
  {
    id: '2',
    severity: 'security-warning',
    message: 'Any account can assume this role',
    line: 3,
    column: 7,
    reason: 'No condition narrows it.',
    source: 'https://docs.aws.amazon.com/IAM/',
  },
  { id: '3', severity: 'error', message: 'No Action', line: 5, action: <button>Fix</button> },
];

const messages = () => screen.getAllByRole('listitem').map((item) => item.textContent);

test('all findings stand gravest first, with a tab and a count for each severity that occurs', () => {
  renderInPage(<FindingList label="Findings" findings={findings} />);
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    'All 3',
    'Errors 1',
    'Security warnings 1',
    'Suggestions 1',
  ]);
  expect(messages().map((text) => /No Action|Any account|Add a/.exec(text ?? '')?.[0])).toEqual([
    'No Action',
    'Any account',
    'Add a',
  ]);
});

test('a finding says where and why, and leads to its place and its source', async () => {
  const onShow = vi.fn();
  const { user } = renderInPage(
    <FindingList label="Findings" findings={findings} onShow={onShow} />,
  );
  expect(screen.getByText('No condition narrows it.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Fix' })).toBeTruthy();
  const link = screen.getByRole('link', { name: 'AWS documentation (opens in a new tab)' });
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  await user.click(screen.getByRole('button', { name: 'Line 3, column 7' }));
  expect(onShow).toHaveBeenCalledExactlyOnceWith(findings[1]);
});

test('a tab narrows the list, and when its last finding is fixed all are shown again', async () => {
  const { user, show } = renderInPage(<FindingList label="Findings" findings={findings} />);
  await user.click(screen.getByRole('tab', { name: /Errors/ }));
  expect(messages()).toHaveLength(1);
  show(<FindingList label="Findings" findings={findings.slice(0, 2)} />);
  expect(messages()).toHaveLength(2);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('All 2');
});
