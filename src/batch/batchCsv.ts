import { batchColumns, mainColumns, type BatchRow } from './batchRow';
import { printDelimited } from './readDelimited';

/** The table as CSV: the main columns, and every other that some row uses. `readBatch` reads it back. */
export function batchCsv(rows: readonly BatchRow[]): string {
  const used = batchColumns.filter(
    (column) =>
      mainColumns.some((main) => main === column) ||
      rows.some(({ texts }) => (texts[column] ?? '') !== ''),
  );
  return printDelimited([
    ['name', ...used, 'identityType'],
    ...rows.map(({ name, texts, identityType }) => [
      name,
      ...used.map((column) => texts[column] ?? ''),
      identityType,
    ]),
  ]);
}
