import { decodeBatchLink, type BatchLink } from '@/batch/batchLink';
import { batchStore } from '@/state/batchStore';
import { countRows } from '@/state/namedDrafts';
import type { RoleForm } from '@/state/roleForm';
import { navigate } from '@/state/route';

/** A fragment that looks like one of ours. */
export type OpenedLink =
  | ({ readonly kind: 'values' } & BatchLink)
  /** Made by a version of this page that writes links in another way. */
  | { readonly kind: 'unknown-version' };

/** Reads the fragment; nothing in it is trusted, the form and the table judge each value as if typed. */
export function readLink(fragment: string): OpenedLink {
  const decoded = decodeBatchLink(fragment);
  return decoded === undefined ? { kind: 'unknown-version' } : { kind: 'values', ...decoded };
}

/** The rows of the table, of which a link with rows would take the place. */
export const currentRows = () => batchStore.getState().rows;

/** Puts what a link brings into the form and the table. A link without rows leaves the table as it is. */
export function openLink({ values, rows }: BatchLink, fill: RoleForm['fill']): void {
  if (rows.length === 0) {
    fill(values, 'Opened from the link');
    navigate({ workspace: 'build' });
    return;
  }
  fill(values, `Opened from the link, with ${countRows(rows)}`, batchStore.open(rows));
  navigate({ workspace: 'build', tab: 'applications' });
}
