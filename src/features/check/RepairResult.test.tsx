import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInPage } from '@/app/renderInPage.testing';
import type { RepairedDocument, RoleRepair } from '@/documents/repair';
import { RepairResult } from './RepairResult';

const document = (
  label: string,
  kind: RepairedDocument['kind'],
  change: string | undefined,
): RepairedDocument => ({
  label,
  kind,
  path: `policies/${kind}.json`,
  before: '{}\n',
  after: change === undefined ? '{}\n' : '{ "Version": "2012-10-17" }\n',
  isChanged: change !== undefined,
  changes: change === undefined ? [] : [change],
  left: [],
});

const repairOf = (...documents: readonly RepairedDocument[]): RoleRepair => ({
  documents,
  steps: [],
  commands: '',
  script: '',
});

const selected = () => screen.getByRole('tab', { selected: true }).textContent;

test('the first document that is corrected is shown, until another one is chosen', async () => {
  const trust = document('Trust policy of Web', 'trust', undefined);
  const chat = document('Policy chat of Web', 'identity', 'Version is added.');
  const { user } = renderInPage(
    <RepairResult repair={repairOf(trust, chat)} roleName="Web" isOutdated={false} monaco="off" />,
  );
  expect(selected()).toBe('Policy chat');
  expect(screen.getByText('Version is added.')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Trust policy' }));
  expect(selected()).toBe('Trust policy');
});

test('where nothing is corrected, the first document is shown', () => {
  const trust = document('Trust policy of Web', 'trust', undefined);
  renderInPage(
    <RepairResult repair={repairOf(trust)} roleName="Web" isOutdated={false} monaco="off" />,
  );
  expect(selected()).toBe('Trust policy');
});
