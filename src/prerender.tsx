import { CacheProvider } from '@emotion/react';
import createEmotionServer from '@emotion/server/create-instance';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app/App';
import { createStyleCache } from './ui/createStyleCache';

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
  const server = createEmotionServer(cache);
  const markup = renderToString(
    <StrictMode>
      <CacheProvider value={cache}>
        <App />
      </CacheProvider>
    </StrictMode>,
  );
  return {
    markup,
    styles: server.constructStyleTagsFromChunks(server.extractCriticalToChunks(markup)),
  };
}
