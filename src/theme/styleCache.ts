import createCache, { type EmotionCache } from '@emotion/cache';

/** Emotion's cache without automatic vendor prefixes: the few that Baseline 2023 needs are in the styles. */
export const createStyleCache = (): EmotionCache => createCache({ key: 'css', stylisPlugins: [] });
