import type { EmotionCache } from '@emotion/cache';
import createEmotionServer from '@emotion/server/create-instance';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app/App';
import { PageTheme } from './theme/PageTheme';
import { createStyleCache } from './theme/styleCache';

export interface PrerenderedPage {
  /** What belongs into `#root`. */
  readonly markup: string;
  /** `<style>` elements with every rule that the markup uses; Emotion goes on from them. */
  readonly styles: string;
}

/** The page as it is before anybody has typed anything. */
export function prerender(): PrerenderedPage {
  const cache = createStyleCache();
  // Keeps rules out of the markup, where hydration would stumble over them.
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

/** A style element for each global sheet, since Emotion takes them over one by one, and one for the rest. */
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
