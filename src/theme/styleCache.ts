import createCache, { type EmotionCache } from '@emotion/cache';

/** Without vendor prefixes: Baseline 2023 needs hardly any, and those stand in the styles themselves. */
export const createStyleCache = (): EmotionCache => createCache({ key: 'css', stylisPlugins: [] });
