import { createEvent, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderInPage } from '@/app/renderInPage.testing';
import { DropArea } from './DropArea';

const file = new File(['{}'], 'role.json');
const ofFiles = { dataTransfer: { types: ['Files'], files: [file] } };
const ofText = { dataTransfer: { types: ['text/plain'], files: [] } };

function renderArea() {
  const onFiles = vi.fn<(files: readonly File[]) => void>();
  renderInPage(
    <DropArea onFiles={onFiles}>
      <textarea aria-label="Text" />
    </DropArea>,
  );
  return { onFiles, field: screen.getByLabelText('Text') };
}

test('files that are dropped anywhere on the area are handed over, and no field gets them', () => {
  const { onFiles, field } = renderArea();
  fireEvent.dragOver(field, ofFiles);
  const drop = createEvent.drop(field, ofFiles);
  fireEvent(field, drop);
  expect(drop.defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
});

test('the area shows where files would land, until they are away', () => {
  const { field } = renderArea();
  const isOver = () => field.closest('[data-over]')?.getAttribute('data-over');
  fireEvent.dragOver(field, ofText);
  expect(isOver()).toBe('false');
  fireEvent.dragOver(field, ofFiles);
  expect(isOver()).toBe('true');
  fireEvent.dragLeave(field, ofFiles);
  expect(isOver()).toBe('false');
});

test('text that is dropped belongs to the field', () => {
  const { onFiles, field } = renderArea();
  const drop = createEvent.drop(field, ofText);
  fireEvent(field, drop);
  expect(drop.defaultPrevented).toBe(false);
  expect(onFiles).not.toHaveBeenCalled();
});
