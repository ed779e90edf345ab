import { decodeBatchLink, type BatchLink } from '@/batch/batchLink';
import { batchStore } from '@/state/batchStore';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RequestJsonProblem } from '@/qbusiness/form/requestJson';
import { changedPaths } from '@/state/history';
import { countRows } from '@/state/namedDrafts';
import type { RoleForm } from '@/state/roleForm';
import { navigate } from '@/state/route';

/** A fragment that looks like a shared link. */
export type OpenedLink =
  | ({ readonly kind: 'values' } & BatchLink)
  /** No value of the link could be read; opening it would only empty the form. */
  | { readonly kind: 'unreadable'; readonly problems: readonly RequestJsonProblem[] };

/** Reads the fragment. Its values are not trusted: form and table check them like typed ones. */
export function readLink(fragment: string): OpenedLink {
  const link = decodeBatchLink(fragment);
  if (link === undefined) return { kind: 'unreadable', problems: [otherVersion] };
  const { values, rows, problems } = link;
  const bringsNothing = rows.length === 0 && changedPaths(emptyFormValues, values).length === 0;
  return bringsNothing && problems.length > 0
    ? { kind: 'unreadable', problems }
    : { kind: 'values', ...link };
}

const otherVersion: RequestJsonProblem = {
  path: '',
  message: 'It was made by another version of this page',
};

/** The rows of the table, which a link with rows would replace. */
export const currentRows = () => batchStore.getState().rows;

/** Opens the values of a link in the form, and its rows in the table. A link without rows leaves the table as it is. */
export function openLink({ values, rows }: BatchLink, fill: RoleForm['fill']): void {
  if (rows.length === 0) {
    fill(values, 'Opened from the link');
    navigate({ workspace: 'build' });
    return;
  }
  fill(values, `Opened from the link, with ${countRows(rows)}`, batchStore.open(rows));
  navigate({ workspace: 'build', tab: 'applications' });
}
