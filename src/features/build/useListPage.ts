import { useSyncExternalStore } from 'react';
import { entriesPerPage, pageOfEntry } from '@/state/listPages';
import { useRoleForm } from '@/state/roleForm';
import type { ListPage } from '@/ui/ListPages';

/** The page that is shown of a list of the form. */
export function useListPage(list: string, entries: number): ListPage {
  const { pages: chosen } = useRoleForm();
  const wanted = useSyncExternalStore(
    chosen.subscribe,
    () => chosen.get(list),
    () => 1,
  );
  const pages = pageOfEntry(Math.max(0, entries - 1));
  const page = Math.min(wanted, pages);
  const start = (page - 1) * entriesPerPage;
  const turnTo = (next: number) => chosen.turnTo(list, next);
  return {
    page,
    pages,
    start,
    end: start + entriesPerPage,
    turnTo,
    turnToEntry: (index) => turnTo(pageOfEntry(index)),
  };
}
