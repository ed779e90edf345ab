import { cleanup, configure, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { PageTheme } from '@/theme/PageTheme';
import { createStyleCache } from '@/theme/styleCache';

afterEach(cleanup);

configure({
  // Parts that load when they are wanted take their time on a busy machine.
  asyncUtilTimeout: 20_000,
  // By default with the whole page in print, at each look of `waitFor`.
  getElementError: (message) => new Error(message ?? 'No such element'),
});

// jsdom lays nothing out, matches no media and has no CSS object, which user-event needs to walk radios.
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

/** Renders for a test as the application does, with a person at the keyboard. */
export function renderInPage(children: ReactNode) {
  // What the styles let a pointer reach is tried in browsers: jsdom matches every rule for each element.
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
  const cache = createStyleCache();
  const wrapper = ({ children: page }: { children: ReactNode }) => (
    <PageTheme cache={cache}>{page}</PageTheme>
  );
  const view = render(children, { wrapper });
  return {
    user,
    container: view.container,
    show: (next: ReactNode) => view.rerender(next),
  };
}
