// @ts-check
import { createServer } from 'node:net';

/**
 * A port of this machine that nobody listens on, for programs that cannot choose one themselves.
 *
 * @returns {Promise<number>}
 */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('There is no port'));
        else resolve(address.port);
      });
    });
  });
