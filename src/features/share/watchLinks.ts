import { readFragment, subscribeToFragment } from '@/browser/urlFragment';
import { restoreAddress } from '@/state/route';
import type * as openedLink from './openedLink';

/** What reads and opens links; loaded with the first of them. */
export type LinkReader = typeof openedLink;

const looksLikeLink = (fragment: string) => /^v\d+(?:&|$)/.test(fragment);

/**
 * Calls back with each link that the page is opened with or that is put into its address. The values
 * leave the address, so that they get into no history and no bookmark that nobody asked for.
 */
export function watchLinks(onLink: (fragment: string, reader: LinkReader) => void): () => void {
  const handleFragment = async (fragment: string) => {
    if (!looksLikeLink(fragment)) return;
    const reader = await import('./openedLink');
    restoreAddress();
    onLink(fragment, reader);
  };
  void handleFragment(readFragment());
  return subscribeToFragment((fragment) => void handleFragment(fragment));
}
