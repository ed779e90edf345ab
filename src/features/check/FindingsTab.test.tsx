import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInPage } from '@/app/renderInPage.testing';
import type { RoleReport } from '@/state/check/roleReports';
import { FindingsTab } from './FindingsTab';

const report = {
  texts: [0],
  documentList: [],
  documents: 1,
  omitted: 0,
  findingList: [
    {
      id: 'x',
      rule: 'EMPTY_SID_VALUE',
      severity: 'suggestion',
      message: 'Sid is empty.',
      text: 0,
      document: 0,
      start: 0,
      end: 1,
      line: 1,
      column: 1,
      fix: { title: 'Remove the empty Sid', grants: 'same', edits: [] },
    },
  ],
} as unknown as RoleReport;

test.each([true, false])('fixes wait for the answer about the newest text: %s', async (canFix) => {
  const [onFix, onFixAll, ignore] = [vi.fn(), vi.fn(), () => {}];
  const { user } = renderInPage(
    <FindingsTab
      report={report}
      isOutdated={!canFix}
      canFix={canFix}
      counts={undefined}
      isEveryRoleShown={false}
      onEveryRole={ignore}
      safeFixes={1}
      nameOfText={undefined}
      onShow={ignore}
      onFix={onFix}
      onFixAll={onFixAll}
    />,
  );
  for (const name of ['Remove the empty Sid', 'Apply safe fixes (1)']) {
    const button = screen.getByText(name).closest('button');
    expect(button?.disabled).toBe(!canFix);
    if (button) await user.click(button);
  }
  expect([onFix.mock.calls.length, onFixAll.mock.calls.length]).toEqual(canFix ? [1, 1] : [0, 0]);
});
