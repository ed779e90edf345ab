import { describe, expect, test } from 'vitest';
import { tallDiagram, wideDiagram, type Diagram, type DiagramContents } from './diagram';
import { diagramSvg } from './diagramSvg';
import { textWidth, wrapText } from './textWidth';

const contents: DiagramContents = {
  roleName: 'MyRole',
  callers: [
    {
      title: 'The service & friends',
      notes: ['if aws:SourceAccount is 445566778899'],
      isOpen: false,
    },
  ],
  targets: [{ title: 'This application', notes: ['Chat', 'ChatSync'], isOpen: true }],
};
const layouts = [
  ['wide', wideDiagram],
  ['tall', tallDiagram],
] as const;
const words = ({ shapes }: Diagram) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe.each(layouts)('the %s diagram', (_, draw) => {
  test('shows who gets in, on which condition, and what the role reaches', () => {
    const all = words(draw(contents)).join(' ');
    for (const text of [
      'The role MyRole',
      'The service & friends if aws:SourceAccount is 445566778899',
      'This application Chat ChatSync',
    ]) {
      expect(all).toContain(text);
    }
  });

  test('says when there is nobody and nothing', () => {
    expect(words(draw({ roleName: 'R', callers: [], targets: [] }))).toEqual(
      expect.arrayContaining(['Nobody that was tested', 'Nothing that was tested']),
    );
  });

  test.each([
    ['M'.repeat(300), 'the widest letters'],
    ['arn:aws:iam::445566778899:role/'.repeat(12), 'long ARNs'],
    ['漢'.repeat(90), 'other scripts'],
    ['a b '.repeat(90), 'many words'],
  ])('keeps every text within its box: %#', (text) => {
    const diagram = draw({
      roleName: text,
      callers: Array.from({ length: 12 }, () => ({
        title: text,
        notes: [text, text],
        isOpen: true,
      })),
      targets: [{ title: text, notes: Array.from({ length: 40 }, () => text), isOpen: false }],
    });
    let box = { x: 0, y: 0, width: 0, height: 0 };
    const strays = diagram.shapes.filter((shape) => {
      if (shape.kind === 'arrow') return false;
      if (shape.kind === 'box') {
        box = shape;
        return box.x + box.width > diagram.width || box.y + box.height > diagram.height;
      }
      const isTitle = shape.look === 'title';
      const end = shape.x + textWidth(shape.text, isTitle ? 12 : 11, isTitle);
      return end > box.x + box.width || shape.y <= box.y || shape.y >= box.y + box.height;
    });
    expect(strays).toEqual([]);
  });
});

test('a text is cut at its words, and says that it goes on', () => {
  const options = { fontSize: 12, maxLines: 2 };
  expect(wrapText('one two three four', 60, options)).toEqual(['one two', 'three…']);
  expect(wrapText('short', 60, options)).toEqual(['short']);
  expect(wrapText('', 60, options)).toEqual([]);
});

describe('the file', () => {
  const parse = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

  test('lets no text break out', () => {
    const svg = diagramSvg(wideDiagram({ ...contents, roleName: '</text><script>' }), 'A <title>');
    expect(parse(svg).querySelector('parsererror, script')).toBeNull();
    expect(parse(svg).querySelector('title')?.textContent).toBe('A <title>');
    expect(svg).not.toContain('style=');
  });

  test('is XML whatever characters a text holds', () => {
    const all = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('');
    const roleName = `a${all}\ufffe\uffff\ud800b\udc00c😀`;
    const svg = diagramSvg(wideDiagram({ ...contents, roleName }), roleName);
    expect(parse(svg).querySelector('parsererror')).toBeNull();
    expect(parse(svg).querySelector('title')?.textContent.replaceAll(/\s/g, '')).toBe('abc😀');
  });
});
