import { cleanup, configure, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished, vi } from 'vitest';
import createCache from '@emotion/cache';
import { PageTheme } from '@/theme/PageTheme';

configure({
  // Parts that load on demand take long on a busy machine.
  asyncUtilTimeout: 20_000,
  // The default error contains the whole page, and is created at each attempt of `waitFor`.
  getElementError: (message) => new Error(message ?? 'No such element'),
});

/** jsdom has no layout, no media queries and no CSS object, which user-event needs for radio buttons. */
function completePage() {
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      addListener: () => {},
      removeListener: () => {},
    }),
  );
}

/** Renders components in the providers of the application, with a `user` of user-event. */
export function renderInPage(children: ReactNode) {
  completePage();
  // Browser tests cover pointer-events; in jsdom the check is slow, because it matches every style rule.
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
  // Outside the page: jsdom lays nothing out, and would ask every rule for the style of an element.
  const cache = createCache({ key: 'css', container: document.createElement('div') });
  const wrapper = ({ children: page }: { children: ReactNode }) => (
    <PageTheme cache={cache}>{page}</PageTheme>
  );
  const view = render(children, { wrapper });
  onTestFinished(() => {
    cleanup();
  });
  return {
    user,
    container: view.container,
    show: (next: ReactNode) => view.rerender(next),
  };
}
