// @ts-check
import { root } from './run.mjs';

const folder = process.env['DIST'] ?? 'dist';
/** 0 lets the system choose, so that several checkouts can be tested at once. */
const port = process.env['PORT'] ?? '0';

/** The built page, with its Content-Security-Policy, as a visitor gets it: for Playwright's settings. */
export const builtPage = {
  server: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${folder}`,
    cwd: root,
    env: { NO_COLOR: '1', FORCE_COLOR: '0' },
    reuseExistingServer: false,
    // Playwright leaves the port in the environment of the tests.
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<built_page_port>\d+)\// },
  },
  /** @returns {string | undefined} undefined before the server has answered */
  address: () => {
    const chosen = process.env['BUILT_PAGE_PORT'];
    return chosen === undefined ? undefined : `http://127.0.0.1:${chosen}/`;
  },
};
