import { readFragment, subscribeToFragment } from '@/browser/urlFragment';
import { restoreAddress } from '@/state/route';
import type { OpenedLink } from './openedLink';

const looksLikeLink = (fragment: string) => /^v\d+(?:&|$)/.test(fragment);

/**
 * Calls back with each link that the page is opened with or that is put into its address. The values
 * leave the address, so that they get into no history and no bookmark that nobody asked for.
 */
export function watchLinks(onLink: (link: OpenedLink) => void): () => void {
  const handleFragment = async (fragment: string) => {
    if (!looksLikeLink(fragment)) return;
    const { readLink } = await import('./openedLink');
    restoreAddress();
    onLink(readLink(fragment));
  };
  void handleFragment(readFragment());
  return subscribeToFragment((fragment) => void handleFragment(fragment));
}
