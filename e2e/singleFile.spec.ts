import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { application, BuilderPage } from './pages/BuilderPage';
import { openEveryView } from './pages/states';
import { openPage } from './pages/openPage';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder = '';
let copy = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qbusiness-policies-'));
  // A name with a space and letters beyond ASCII, as on many a desktop.
  copy = join(folder, 'Für später.html');
  const outDir = join(folder, 'build');
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--mode',
      'single-file',
      '--outDir',
      outDir,
      '--logLevel',
      'error',
    ],
    { cwd: root },
  );
  expect(readdirSync(outDir).filter((file) => /\.(?:html|js|css|ttf)$/.test(file))).toEqual([
    'index.html',
  ]);
  cpSync(join(outDir, 'index.html'), copy);
});

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('one file opened from disk does everything, Monaco included, and asks nobody', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const isOwn = request.url() === pathToFileURL(copy).href;
    if (!isOwn && !/^(?:data|blob):/.test(request.url())) problems.push(request.url());
  });
  await openPage(page, pathToFileURL(copy).href);
  const builder = new BuilderPage(page);
  await builder.whenEditorsAreThere();
  await builder.fillIn(application);
  await builder.expectPart('Trust policy', '"aws:SourceAccount": "445566778899"');
  const { files } = await builder.download();
  expect(files['policies/trustpolicyforanonymous.json']).toContain('445566778899');
  await openEveryView(page);
  expect(problems).toEqual([]);
});

test('the file carries its own policy and the licences of what is in it', () => {
  const html = readFileSync(copy, 'utf8');
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'self'");
  expect(policy).not.toMatch(/(?:script-src|style-src-elem)[^;]*'unsafe-inline'/);
  expect(html).toContain('react-dom 19');
  expect(html).toContain('monaco-editor 0.');
});
