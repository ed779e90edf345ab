import { readFragment, subscribeToFragment } from '@/browser/urlFragment';
import { restoreAddress } from '@/state/route';
import type * as openedLink from './openedLink';

/** The module that reads and opens links, loaded when there is one. */
export type LinkReader = typeof openedLink;

const looksLikeLink = (fragment: string) => /^v\d+(?:&|$)/.test(fragment);

/**
 * Calls back with each link with which the page is opened or that is entered in the address bar. Removes
 * the values from the address, so that they do not stay in the history or in bookmarks.
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
