import type { EmotionCache } from '@emotion/cache';
import createEmotionServer from '@emotion/server/create-instance';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app/App';
import { PageTheme } from './theme/PageTheme';
import { createStyleCache } from './theme/styleCache';

export interface PrerenderedPage {
  /** The content of `#root`. */
  readonly markup: string;
  /** `<style>` elements with every rule that the markup uses; Emotion adopts them on hydration. */
  readonly styles: string;
}

/** Renders the page with an empty form. */
export function prerender(): PrerenderedPage {
  const cache = createStyleCache();
  // Keeps style elements out of the markup, where they would cause hydration errors.
  cache.compat = true;
  const markup = renderToString(
    <StrictMode>
      <PageTheme cache={cache}>
        <App />
      </PageTheme>
    </StrictMode>,
  );
  return { markup, styles: styleTags(cache, markup) };
}

/** A style element for each global sheet, since Emotion adopts them one by one, and one for all other rules. */
function styleTags(cache: EmotionCache, markup: string): string {
  const tag = (names: string, rules: string) => `<style data-emotion="${names}">${rules}</style>`;
  return createEmotionServer(cache)
    .extractCriticalToChunks(markup)
    .styles.flatMap(({ key, ids, css }) =>
      key === `${cache.key}-global`
        ? ids.map((id) => tag(`${key} ${id}`, String(cache.inserted[id])))
        : [tag(`${key} ${ids.join(' ')}`, css)],
    )
    .join('');
}
