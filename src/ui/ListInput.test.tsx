import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { useState } from 'react';
import { ListInput } from './ListInput';
import type { ListPage } from './ListPages';
import { StatusAnnouncer } from './StatusAnnouncer';
import { TextInput } from './TextInput';

function Tags({ maxRows = 3 }: { maxRows?: number }) {
  const [rows, setRows] = useState([
    { id: 'a', label: 'Team' },
    { id: 'b', label: 'Owner' },
  ]);
  return (
    <>
      <ListInput
        legend="Tags"
        rows={rows}
        shown={onePage}
        maxRows={maxRows}
        addLabel="Add tag"
        renderRow={(row) => <TextInput label="Key" defaultValue={row.label} />}
        onAdd={() => setRows([...rows, { id: `new-${rows.length}`, label: 'New tag' }])}
        onRemove={(index) => {
          setRows(rows.filter((_, position) => position !== index));
          return () => setRows(rows);
        }}
      />
      <StatusAnnouncer />
    </>
  );
}

/** All rows on one page. */
const onePage: ListPage = {
  page: 1,
  pages: 1,
  start: 0,
  end: 10,
  turnTo: vi.fn(),
  turnToEntry: vi.fn(),
};

const keys = () => screen.queryAllByLabelText<HTMLInputElement>('Key').map((field) => field.value);

test('a new row takes the focus, and no more than allowed are added', async () => {
  const { user } = renderInPage(<Tags />);
  expect(screen.getByRole('group', { name: 'Tags' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add tag' }));
  expect(keys()).toEqual(['Team', 'Owner', 'New tag']);
  expect(document.activeElement).toBe(screen.getAllByLabelText('Key')[2]);
  expect(screen.getByRole('button', { name: 'Add tag' })).toHaveProperty('disabled', true);
  expect(screen.getByText('At most 3.')).toBeTruthy();
});

test('a removed row is announced, and Undo puts it back where it was, with the focus', async () => {
  const { user } = renderInPage(<Tags />);
  await user.click(screen.getByRole('button', { name: 'Remove Team' }));
  expect(keys()).toEqual(['Owner']);
  expect(screen.getByRole('status').textContent).toBe('Team removed');
  const undo = screen.getByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  await user.keyboard('{Enter}');
  expect(keys()).toEqual(['Team', 'Owner']);
  expect(document.activeElement).toBe(screen.getAllByLabelText('Key')[0]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('rows that arrive from outside leave the focus alone', () => {
  const row = (id: string) => ({ id, label: id });
  const list = (ids: readonly string[]) => (
    <ListInput
      legend="Tags"
      rows={ids.map(row)}
      shown={onePage}
      addLabel="Add"
      renderRow={() => <TextInput label="Key" />}
      onAdd={vi.fn()}
      onRemove={() => vi.fn()}
    />
  );
  const { show } = renderInPage(list(['a']));
  show(list(['a', 'b']));
  expect(screen.getAllByLabelText('Key')).toHaveLength(2);
  expect(document.activeElement).toBe(document.body);
});
