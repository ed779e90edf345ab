import * as fc from 'fast-check';
import { lexer, parse, type Tokens } from 'marked';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import * as markdown from './markdown';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'ab1`*_[]()<>|~&!#+-=.:;\\\n\r\t "\'{}$@'.split('')) }),
  fc.constantFrom(
    '# a',
    '- a',
    '1. a',
    '1) a',
    '> a',
    '---',
    '===',
    '+ a',
    '    a',
    '```',
    '~~~',
    '<b>x</b>',
    '&lt;',
    '![a](b)',
    '[a](b)',
    '[ ] a',
    'a | b',
    '\\|',
    '\\',
    '`',
    '``',
    '__a__',
    'snake_case_name',
    '{{account_id}}',
    'arn:aws:iam::111122223333:role/*',
    '<!-- a',
    'C #',
    '* * *',
    '[a]: https://b',
  ),
);

/** What GitHub would make a link of, alone and in other texts. */
const addresses = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'https://evil.example/x?a=b&c',
        'HTTP://evil.example',
        'ftp://evil.example',
        'www.evil.example',
        'WWW.evil.example/a_b',
        'jane@evil.example',
        'a.b+c@evil-d.example',
        'mailto:jane@evil.example',
        'xmpp:jane@evil.example/chat',
        '@octocat',
        '#12',
        'GH-12',
        'octocat/hello#3',
        ' ',
        '(',
        ')',
        '<',
        '>',
        '|',
        '\\',
        '`',
        '**',
        '.',
        ',',
      ),
      fc.string({ unit: fc.constantFrom(...'aw.:/@-_<>()\\|` '.split('')), maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));

/** The links that a reader of GitHub's kind makes, also of addresses that are escaped. */
function linksIn(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link') found.push(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(source, { mdastExtensions: gfmFromMarkdown() }));
  const html = parse(source, { async: false });
  return [...found, ...Array.from(html.matchAll(/<a [^>]*>/g), ([tag]) => tag)];
}

const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** The judge turns tabs into spaces. */
const spaced = (text: string): string => text.replaceAll('\t', '    ');

/** The text of an element with nothing in it but addresses that were made code. */
const textOf = (html: string): string =>
  html
    .trim()
    .replaceAll(/<\/?code>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('printed Markdown', () => {
  test('has no markup from texts', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => oneLine(text) !== ''),
        (text) => {
          expect(
            textOf(parse(markdown.printMarkdown([markdown.paragraph(text)]), { async: false })),
          ).toBe(
            textOf(`<p>${oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`),
          );
        },
      ),
      { numRuns: runs(500, 50_000) },
    );
  });

  test('has no links but those that are meant, wherever the text stands', () => {
    const everywhere = (text: string) => [
      markdown.paragraph(text),
      markdown.heading(2, text),
      markdown.bulletList([text, ['Tag ', text, ': ', text]]),
      markdown.table([text, 'b'], [[text, markdown.code(text)]]),
      markdown.paragraph(['By ', markdown.code(text), text, markdown.strong(text)]),
    ];
    fc.assert(
      fc.property(addresses, (text) => {
        expect(linksIn(markdown.printMarkdown(everywhere(text)))).toEqual([]);
      }),
      { numRuns: runs(500, 50_000) },
    );
    expect(linksIn('jane\\@evil.example'), 'escapes alone do not help').not.toEqual([]);
  });

  test('has headings that hold their text', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => oneLine(text) !== ''),
        (text) => {
          const html = parse(markdown.printMarkdown([markdown.heading(2, text)]), { async: false });
          expect(textOf(html)).toBe(`<h2>${oneLine(text)}</h2>`);
        },
      ),
      { numRuns: runs(500, 50_000) },
    );
  });

  test('has code blocks that nothing in them ends', () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const code = `${first}\n${second}\n`;
        const tokens = lexer(
          markdown.printMarkdown([markdown.codeBlock('sh', code), markdown.paragraph('after')]),
        ).filter(({ type }) => type !== 'space');
        expect(tokens.map(({ type }) => type)).toEqual(['code', 'paragraph']);
        const block = tokens[0] as Tokens.Code;
        expect(block.lang).toBe('sh');
        const lines = code.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
        expect(spaced(block.text)).toBe(spaced(lines));
      }),
      { numRuns: runs(500, 50_000) },
    );
  });

  test('has code spans that nothing in them ends', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => oneLine(text) !== ''),
        (text) => {
          const source = markdown.printMarkdown([
            markdown.paragraph(['a ', markdown.code(text), ' b']),
          ]);
          const html = parse(source, { async: false });
          expect(html).toContain('<code>');
          expect(textOf(html)).toBe(`<p>a ${oneLine(text)} b</p>`);
        },
      ),
      { numRuns: runs(500, 50_000) },
    );
  });

  test('has tables with as many cells as were given', () => {
    const cell = fc.oneof(texts, texts.map(markdown.code));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }), (rows) => {
        const source = markdown.printMarkdown([markdown.table(['Name', 'Why'], rows)]);
        const [token, ...others] = lexer(source);
        expect(others).toEqual([]);
        const { rows: cells } = token as Tokens.Table;
        expect(cells).toHaveLength(rows.length);
        const read = cells.map((row) => row.map(({ tokens }) => textOf(inlineText(tokens))));
        const plain = rows.map((row) =>
          row.map((each) => oneLine(typeof each === 'string' ? each : each.value)),
        );
        expect(read).toEqual(plain);
      }),
      { numRuns: runs(500, 50_000) },
    );
  });

  test('is laid out with an empty line between blocks', () => {
    expect(
      markdown.printMarkdown([
        markdown.heading(1, 'Order of work'),
        markdown.paragraph([
          'Run ',
          markdown.code('sh apply.sh'),
          ' and ',
          markdown.strong('read'),
          '.',
        ]),
        markdown.numberedList([
          'First',
          {
            blocks: [markdown.paragraph('Then'), markdown.codeBlock('sh', 'aws sts\n\naws iam\n')],
          },
        ]),
        markdown.bulletList(['a', [markdown.link('AWS', 'https://aws.amazon.com/a (b)?c=d&e')]]),
        markdown.table(['File', 'SHA-256'], [[markdown.code('a|b'), 'x']]),
      ]),
    ).toBe(`# Order of work

Run \`sh apply.sh\` and **read**.

1. First

2. Then

   \`\`\`sh
   aws sts

   aws iam
   \`\`\`

- a
- [AWS](<https://aws.amazon.com/a (b)?c=d\\&e>)

| File | SHA-256 |
| - | - |
| \`a\\|b\` | x |
`);
  });

  test('words that GitHub makes links, pictures or mathematics of are code', () => {
    const printed = (text: string) => markdown.printMarkdown([markdown.paragraph(text)]).trim();
    for (const word of [
      '@octocat',
      'a@b.example',
      '#12',
      'GH-1',
      'www.a.example',
      ':heart:',
      '$x$',
    ]) {
      expect(printed(`a ${word} b`)).toBe(`a \`${word}\` b`);
    }
    expect(printed('For arn:aws:iam::111122223333:role/R: it runs.')).toBe(
      'For `arn:aws:iam::111122223333:role/R`: it runs.',
    );
  });

  test('neighbouring texts do not make markup together', () => {
    expect(markdown.printMarkdown([markdown.paragraph(['1', '. a'])])).toBe('1\\. a\n');
    expect(markdown.printMarkdown([markdown.paragraph([' ', '# a'])])).toBe('\\# a\n');
  });

  test('refuses links and languages that are none', () => {
    expect(() => markdown.link('x', 'javascript:alert(1)')).toThrow(RangeError);
    expect(() => markdown.codeBlock('a`b', '')).toThrow(RangeError);
  });
});

const inlineText = (tokens: readonly Tokens.Generic[]): string =>
  tokens.map((token) => (token.tokens ? inlineText(token.tokens) : String(token['text']))).join('');
