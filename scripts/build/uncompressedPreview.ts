import type { Plugin } from 'vite';

/** Serves the built page as it is: to a browser on the same machine, sending is quicker than compressing. */
export const uncompressedPreview = (): Plugin => ({
  name: 'uncompressed-preview',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      delete request.headers['accept-encoding'];
      next();
    });
  },
});
