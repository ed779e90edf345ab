import type { RoleFormValues } from '../qbusiness/form/formValues';
import type { CleanedValue, RequestJsonProblem } from '../qbusiness/form/requestJson';
import { decodeShareLink, encodeShareLink, type ShareOptions } from '../qbusiness/form/shareLink';
import { readStoredRows, storableRows, type RowContent } from './storedRows';

/** What a link brings: a form, and the rows over it. */
export interface BatchLink {
  readonly values: RoleFormValues;
  readonly rows: readonly RowContent[];
  readonly problems: readonly RequestJsonProblem[];
  readonly cleaned: readonly CleanedValue[];
}

/**
 * The form and the rows as the text of a URL fragment: `v1&region=us-east-1&rows.0.accountId=…`. A
 * page that knows no rows names them as left out. Without identifiers there are no rows.
 */
export const encodeBatchLink = (
  values: RoleFormValues,
  rows: readonly RowContent[],
  options: ShareOptions = {},
): string =>
  encodeShareLink(
    values,
    options,
    rows.length === 0 || options.withoutIds === true ? {} : { rows: storableRows(rows) },
  );

/** What a fragment holds; undefined where it is none of ours. Nothing in it is trusted. */
export function decodeBatchLink(fragment: string): BatchLink | undefined {
  const link = decodeShareLink(fragment, ['rows']);
  if (link === undefined) return undefined;
  const { values, problems, cleaned, beside = {} } = link;
  if (!Object.hasOwn(beside, 'rows')) return { values, rows: [], problems, cleaned };
  const read = readStoredRows(beside['rows']);
  return {
    values,
    rows: read.rows,
    problems: [...problems, ...read.problems],
    cleaned: [...cleaned, ...read.cleaned],
  };
}
