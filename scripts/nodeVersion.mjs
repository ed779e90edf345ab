// @ts-check
// Imported first by the entry scripts: an older Node stops here, before anything that it cannot run.
const needed = '20.19';
const running = process.versions.node;

if (running.localeCompare(needed, 'en', { numeric: true }) < 0) {
  console.error(
    `Node ${needed} or later is needed; this is Node ${running}.` +
      '\nInstall a current release from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
