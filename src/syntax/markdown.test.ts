import * as fc from 'fast-check';
import { lexer, parse, type Tokens } from 'marked';
import { describe, expect, test, vi } from 'vitest';
import * as markdown from './markdown';

vi.setConfig({ testTimeout: 60_000 });

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

const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** The judge turns tabs into spaces. */
const spaced = (text: string): string => text.replaceAll('\t', '    ');

/** The text of an element with nothing in it but links made of bare addresses. */
const textOf = (html: string): string =>
  html
    .trim()
    .replaceAll(/<\/?a\b[^>]*>/g, '')
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
      { numRuns: 10_000 },
    );
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
      { numRuns: 10_000 },
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
      { numRuns: 10_000 },
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
          expect(textOf(html)).toBe(`<p>a <code>${oneLine(text)}</code> b</p>`);
        },
      ),
      { numRuns: 10_000 },
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
          row.map((each) => oneLine(typeof each === 'string' ? each : each.text)),
        );
        expect(read).toEqual(plain);
      }),
      { numRuns: 10_000 },
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
- [AWS](<https://aws.amazon.com/a%20(b)?c=d&e>)

| File | SHA-256 |
| --- | --- |
| \`a\\|b\` | x |
`);
  });

  test('neighbouring texts do not make markup together', () => {
    expect(markdown.printMarkdown([markdown.paragraph(['1', '. a'])])).toBe('1\\. a\n');
    expect(markdown.printMarkdown([markdown.paragraph([' ', '# a'])])).toBe('\\# a\n');
  });

  test('refuses links and languages that are none', () => {
    const link = markdown.paragraph([markdown.link('x', 'javascript:alert(1)')]);
    expect(() => markdown.printMarkdown([link])).toThrow(RangeError);
    expect(() => markdown.printMarkdown([markdown.codeBlock('a`b', '')])).toThrow(RangeError);
  });
});

const inlineText = (tokens: readonly Tokens.Generic[]): string =>
  tokens.map((token) => (token.tokens ? inlineText(token.tokens) : String(token['text']))).join('');
