import { withoutUnseen } from '../iam/unseenCharacters';
import { columnLabel, isBatchColumn, type BatchRow } from './batchRow';

/** A row as it is shown, and where something was taken out. */
export interface CleanedRow<Row> {
  readonly row: Row;
  /** Labels of the cells that held characters which nobody sees. */
  readonly changed: readonly string[];
}

/**
 * The row without control, direction and invisible characters, so that a cell shows what it means.
 * Look-alikes stay, and are refused by the fields.
 */
export function cleanRow<Row extends Omit<BatchRow, 'id'>>(row: Row): CleanedRow<Row> {
  const changed: string[] = [];
  const clean = (label: string, text: string): string => {
    const cleaned = withoutUnseen(text);
    if (cleaned !== text) changed.push(label);
    return cleaned;
  };
  const cells = Object.entries(row.texts).map(
    ([column, text]) =>
      [column, clean(isBatchColumn(column) ? columnLabel(column) : column, text)] as const,
  );
  // A cell of which nothing is left is one that was never filled in.
  const texts = Object.fromEntries(cells.filter(([, text]) => text !== ''));
  const name = clean('Name', row.name);
  const identityType = clean('Identity type', row.identityType);
  return { row: { ...row, texts, name, identityType }, changed };
}
