import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { EmptyState } from './EmptyState';
import { ExternalLink } from './ExternalLink';
import { KeyHint } from './KeyHint';
import { LiveRegion } from './LiveRegion';
import { StatusChip } from './StatusChip';
import { StepList } from './StepList';

test('steps are a list in order', () => {
  renderInPage(
    <StepList steps={[{ title: 'Unpack' }, { title: 'Run', content: 'sh apply.sh' }]} />,
  );
  expect(screen.getByRole('list').tagName).toBe('OL');
  expect(screen.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    'Unpack',
    'Runsh apply.sh',
  ]);
});

test('a link that leaves the page says so and tells the other site nothing', () => {
  renderInPage(<ExternalLink href="https://docs.aws.amazon.com/">IAM roles</ExternalLink>);
  const link = screen.getByRole('link', { name: 'IAM roles (opens in a new tab)' });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('the meaning of a chip, of keys and of an empty place is in its words', () => {
  const { container } = renderInPage(
    <>
      <StatusChip tone="error">2 values missing</StatusChip>
      <KeyHint keys={['Ctrl', 'C']} />
      <EmptyState title="No document yet" actions={<button>Open a file</button>}>
        <p>Drop a file here.</p>
      </EmptyState>
      <LiveRegion>Ready</LiveRegion>
    </>,
  );
  expect(container.textContent).toBe(
    '2 values missingCtrl+CNo document yetDrop a file here.Open a fileReady',
  );
  expect(screen.getByRole('status').textContent).toBe('Ready');
  for (const drawing of container.querySelectorAll('svg')) {
    expect(drawing.getAttribute('aria-hidden')).toBe('true');
  }
});
