// @ts-check
import './nodeVersion.mjs';
import { installPackages } from './packages.mjs';
import { npm, root } from './run.mjs';

if (!(await installPackages())) process.exit(1);

console.log('Building …');
if ((await npm(['run', '--silent', 'build'], { quiet: true })) !== 0) {
  console.error('\nThe build failed; the messages above say where. Then run `npm start` again.');
  process.exit(1);
}

const wantedPort = process.env['PORT'];
const port = Number(wantedPort ?? 4173);
const { preview } = await import('vite');
try {
  const server = await preview({
    root,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port, strictPort: wantedPort !== undefined },
  });
  console.log(`Ready. Stop with Ctrl+C.\n\n${server.resolvedUrls?.local[0]}\n`);
} catch (error) {
  console.error(
    `The page could not be served on port ${port}: ${String(error)}` +
      '\nChoose another port, for example `PORT=4200 npm start`.',
  );
  process.exit(1);
}
