import { cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { PageTheme } from '@/theme/PageTheme';
import { createStyleCache } from '@/theme/styleCache';

afterEach(cleanup);

// Parts that load when they are wanted take their time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

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
  const user = userEvent.setup();
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
