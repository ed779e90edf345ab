import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInPage } from '@/app/renderInPage.testing';
import { StatusChip } from './StatusChip';

test('the icon of a chip has the place that MUI gives it', () => {
  renderInPage(<StatusChip tone="error">2 problems</StatusChip>);
  const chip = screen.getByText('2 problems').closest('.MuiChip-root');
  expect(chip?.querySelector('svg')?.classList).toContain('MuiChip-icon');
});
