import { fontSizes, type Diagram, type DiagramShape } from './diagram';

/** Characters that XML does not allow, unpaired surrogates included. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeXml = (text: string): string =>
  text
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The diagram as an SVG file: dark on white, with a margin. */
export function diagramSvg({ width, height, shapes }: Diagram, title: string): string {
  const margin = 16;
  const [outerWidth, outerHeight] = [width + 2 * margin, height + 2 * margin];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outerWidth}" height="${outerHeight}" viewBox="${-margin} ${-margin} ${outerWidth} ${outerHeight}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${-margin}" y="${-margin}" width="${outerWidth}" height="${outerHeight}" fill="#fff"/>`,
    ...shapes.map(shapeSvg),
    '</svg>\n',
  ].join('\n');
}

function shapeSvg(shape: DiagramShape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, isOpen } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#f6f8f7" stroke="#5f6c68"${isOpen ? ' stroke-dasharray="4 3"' : ''}/>`;
    }
    case 'arrow':
      return `<path d="${shape.points}" fill="none" stroke="#0b5560" stroke-width="1.5"${shape.isOpen ? ' stroke-dasharray="4 3"' : ''}/>`;
    case 'text': {
      const { x, y, text, look } = shape;
      const isTitle = look === 'title';
      return `<text x="${x}" y="${y}" fill="${isTitle ? '#1b2624' : '#465350'}" font-weight="${isTitle ? 600 : 400}" font-size="${fontSizes[look]}">${escapeXml(text)}</text>`;
    }
  }
}
