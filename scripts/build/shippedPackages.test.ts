import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shippedPackages } from './shippedPackages';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shipped-'));
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/@a/b': { integrity: 'sha512-AAAA' } } }),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

function install(manifest: Readonly<Record<string, string>>, text?: string) {
  const folder = join(root, 'node_modules/@a/b');
  mkdirSync(join(folder, 'esm'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'esm/package.json'), '{"type":"module"}');
  if (text !== undefined) writeFileSync(join(folder, 'LICENSE'), text);
}

const bundled = () =>
  shippedPackages(root, {
    'page.js': { type: 'chunk', moduleIds: [join(root, 'node_modules/@a/b/esm/index.js')] },
  } as unknown as Rolldown.OutputBundle);

test('a package is named with version, licence, text and the hash of its archive', () => {
  install({ name: '@a/b', version: '1.2.3', license: 'MIT' }, 'Copyright A\r\n');
  expect(bundled()).toEqual([
    {
      name: '@a/b',
      version: '1.2.3',
      license: 'MIT',
      homepage: undefined,
      texts: ['Copyright A'],
      integrity: 'sha512-AAAA',
    },
  ]);
});

test.each(['GPL-3.0-only', 'AGPL-3.0-only', 'SEE LICENSE IN LICENSE', 'BUSL-1.1'])(
  'a package under %s may not ship',
  (license) => {
    install({ name: '@a/b', version: '1.2.3', license }, 'text');
    expect(bundled).toThrow(`@a/b 1.2.3 may not ship: its licence is ${license}`);
  },
);

test('neither may a package without a licence or without its text', () => {
  install({ name: '@a/b', version: '1.2.3' }, 'text');
  expect(bundled).toThrow('its licence is unknown');
  rmSync(join(root, 'node_modules/@a/b/LICENSE'));
  install({ name: '@a/b', version: '1.2.3', license: 'MIT' });
  expect(bundled).toThrow('comes without a licence text');
});
