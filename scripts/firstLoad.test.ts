import { expect, test } from 'vitest';
import { firstLoad } from './firstLoad.mjs';

const of = (build: Readonly<Record<string, string>>): readonly string[] =>
  [...firstLoad(Object.keys(build), (file) => build[file] ?? '')].toSorted();

test('what the page and its script need at once counts, what is asked for later does not', () => {
  expect(
    of({
      'index.html':
        '<link rel="stylesheet" href="./assets/page.css"><script type="module">const source = "./assets/index-a.js"; import(source)</script>',
      'assets/page.css': '',
      'assets/index-a.js':
        'import{a}from"./shared-b.js";import"./effect-c.js";export*from"./all-d.js";export{e}from"./some-e.js";const later=()=>import(`./later-f.js`);const text=\'import x from "./text-g.js"\';',
      'assets/shared-b.js': 'import{h}from"../deep-h.js";export const a=h;',
      'assets/effect-c.js': '',
      'assets/all-d.js': '',
      'assets/some-e.js': 'export const e=1;',
      'assets/later-f.js': '',
      'assets/text-g.js': '',
      'deep-h.js': 'export const h=1;',
    }),
  ).toEqual([
    'assets/all-d.js',
    'assets/effect-c.js',
    'assets/index-a.js',
    'assets/page.css',
    'assets/shared-b.js',
    'assets/some-e.js',
    'deep-h.js',
    'index.html',
  ]);
});

test('a script that the page names by its element counts as well', () => {
  expect(
    of({
      'index.html': '<script type="module" crossorigin src="./assets/index-a.js"></script>',
      'assets/index-a.js': '',
    }),
  ).toEqual(['assets/index-a.js', 'index.html']);
});

test('a page whose script is not found is a fault, not a small page', () => {
  const page = '<script type="module">start(["./assets", "index-a.js"].join("/"))</script>';
  expect(() => of({ 'index.html': page, 'assets/index-a.js': '' })).toThrow(/names no script/);
});
