import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { productRules } from '../qbusiness/rules/index';

const page = readFileSync(new URL('../../docs/findings.md', import.meta.url), 'utf8');

test('the page of findings explains every code of the product', () => {
  const codes = productRules.flatMap((rule) => rule.codes);
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

test('the page names no code that no rule reports', () => {
  const written = new Set(
    Object.values(
      import.meta.glob<string>(
        ['../{documents,iam/lint,qbusiness}/**/*.ts', '!../**/*.{test,testing}.ts'],
        { query: '?raw', import: 'default', eager: true },
      ),
    ).flatMap((source) =>
      Array.from(source.matchAll(/'([A-Z][A-Z_]{5,60})'/g), ([, code]) => code),
    ),
  );
  const named = Array.from(page.matchAll(/^\| `([A-Z_]+)`/gm), ([, code]) => code);
  expect(named.filter((code) => !written.has(code))).toEqual([]);
  expect(named.length).toBeGreaterThan(30);
});
