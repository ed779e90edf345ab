import { createHash } from 'node:crypto';
import { render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { gridStyleHash } from './gridStyleHash';
import { PageTheme } from './PageTheme';
import { createStyleCache } from './styleCache';

test('the style element of the table of applications has the hash that the policy knows', async () => {
  // jsdom has no CSS.supports; all supported browsers return true here.
  vi.stubGlobal('CSS', { supports: () => true });
  const { DataGrid } = await import('@mui/x-data-grid');
  render(
    <PageTheme cache={createStyleCache()}>
      <DataGrid rows={[]} columns={[]} />
    </PageTheme>,
  );
  const rules = document.querySelector('style[href^="/MuiDataGridVariables"]')?.textContent ?? '';
  expect(rules).toContain('--DataGrid');
  expect(`sha256-${createHash('sha256').update(rules).digest('base64')}`).toBe(gridStyleHash);
});
