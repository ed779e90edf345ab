// @ts-check
import fc from 'fast-check';
import { isDeep } from './deep.mjs';

// `npm test` draws the same values each time, so that it passes or fails for what was changed. The deep
// run draws new ones; a failure prints their seed.
if (!isDeep) fc.configureGlobal({ seed: 2026 });
