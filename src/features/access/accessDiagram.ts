import type { AccessReport } from '@/documents/accessTexts';
import { targetWords } from '@/documents/accessWords';
import { accessTargets } from '@/qbusiness/accessTargets';

/** One thing to draw, in pixels. */
export type DiagramShape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly look: 'title' | 'note';
      readonly anchor: 'start' | 'middle';
    }
  | { readonly kind: 'arrow'; readonly points: string; readonly isOpen: boolean };

export interface AccessDiagram {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DiagramShape[];
}

interface Station {
  readonly title: string;
  readonly notes: readonly string[];
  /** What the arrow to or from the role says. */
  readonly conditions: readonly string[];
  /** Not decided. */
  readonly isOpen: boolean;
}

const boxWidth = 220;
const gap = 260;
const lineHeight = 16;
const padding = 10;
/** Characters that fit, in the size of notes. */
const charactersInBox = 32;
const charactersOnArrow = 38;
const maxNotes = 8;

/** Caller, role, application: the allowed ways, with their conditions on the arrows. */
export function accessDiagram(report: AccessReport, roleName: string): AccessDiagram {
  const callers = callersOf(report);
  const targets = targetsOf(report);
  const [left, right] = [placed(callers), placed(targets)];
  const height = Math.max(left.height, right.height, 90) + 2 * padding;
  const roleX = boxWidth + gap;
  const targetX = roleX + boxWidth + gap;
  const middle = height / 2;
  // The shorter column stands in the middle of the longer one.
  const leftY = (height - left.height) / 2;
  const rightY = (height - right.height) / 2;
  const shapes = [
    ...box(roleX, middle - 30, 60, false),
    ...texts(roleX, middle - 30, 60, { title: 'The role', notes: wrap(roleName, 1) }),
    ...left.stations.flatMap(({ station, y, height: tall }) => [
      ...box(0, leftY + y, tall, station.isOpen),
      ...texts(0, leftY + y, tall, station),
      ...arrow(boxWidth, leftY + y + tall / 2, roleX, middle, station),
    ]),
    ...right.stations.flatMap(({ station, y, height: tall }) => [
      ...box(targetX, rightY + y, tall, station.isOpen),
      ...texts(targetX, rightY + y, tall, station),
      ...arrow(roleX + boxWidth, middle, targetX, rightY + y + tall / 2, station),
    ]),
  ];
  return { width: 3 * boxWidth + 2 * gap, height, shapes };
}

const conditionsOf = (conditions: readonly string[]): readonly string[] =>
  [...new Set(conditions)].flatMap((text) => wrap(text, 4, charactersOnArrow));

function callersOf({ requesters }: AccessReport): readonly Station[] {
  const stations = requesters
    .filter(({ verdict }) => verdict !== 'no')
    .map(({ label, verdict, conditions, isDelegated }) => ({
      title: label,
      notes: isDelegated ? ['if its account allows it too'] : [],
      conditions: conditionsOf(conditions),
      isOpen: verdict === 'notDecided',
    }));
  return stations.length > 0
    ? stations
    : [{ title: 'Nobody that was asked about', notes: [], conditions: [], isOpen: true }];
}

function targetsOf({ actions }: AccessReport): readonly Station[] {
  const stations = accessTargets.flatMap((target): readonly Station[] => {
    const rows = actions.filter((row) => row.target === target && row.verdict !== 'no');
    if (rows.length === 0) return [];
    const names = rows.map(({ action }) => action.replace(/^qbusiness:/, ''));
    const shown = names.length > maxNotes ? names.slice(0, maxNotes - 1) : names;
    const left = names.length - shown.length;
    return [
      {
        title: targetWords[target],
        notes: left > 0 ? [...shown, `and ${left} more`] : shown,
        conditions: conditionsOf(rows.flatMap(({ conditions }) => conditions)),
        isOpen: rows.every(({ verdict }) => verdict === 'notDecided'),
      },
    ];
  });
  return stations.length > 0
    ? stations
    : [{ title: 'Nothing that was asked about', notes: [], conditions: [], isOpen: true }];
}

function placed(stations: readonly Station[]) {
  let y = 0;
  const result = stations.map((station) => {
    const titles = wrap(station.title, 3).length;
    const inside = (titles + station.notes.length) * lineHeight + 2 * padding;
    const beside = station.conditions.length * lineHeight + 2 * padding;
    const height = Math.max(inside, beside, 44);
    const here = { station, y, height };
    y += height + 2 * padding;
    return here;
  });
  return { stations: result, height: y - 2 * padding };
}

/** In lines that fit; a word that is too long is cut. */
function wrap(
  text: string,
  maxLines: number,
  charactersPerLine = charactersInBox,
): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < maxLines) {
    const head = rest.slice(0, charactersPerLine);
    // Between words, else behind a part of an ARN.
    const breaks = [
      head.lastIndexOf(' '),
      Math.max(head.lastIndexOf(':'), head.lastIndexOf('/')) + 1,
    ];
    const end =
      rest.length > charactersPerLine
        ? (breaks.find((at) => at > charactersPerLine / 3) ?? head.length)
        : head.length;
    lines.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  const last = lines.at(-1);
  return rest === '' || last === undefined
    ? lines
    : [...lines.slice(0, -1), `${last.slice(0, charactersPerLine - 1)}…`];
}

const box = (x: number, y: number, height: number, isOpen: boolean): readonly DiagramShape[] => [
  { kind: 'box', x: x + 0.5, y: y + 0.5, width: boxWidth - 1, height: height - 1, isOpen },
];

/** In the middle of a box of this height. */
function texts(
  x: number,
  y: number,
  height: number,
  { title, notes }: Pick<Station, 'title' | 'notes'>,
): readonly DiagramShape[] {
  const titles = wrap(title, 3);
  const lines = [...titles, ...notes];
  const top = y + (height - lines.length * lineHeight) / 2;
  return lines.map((text, i) => ({
    kind: 'text',
    x: x + padding,
    y: top + 12 + i * lineHeight,
    text,
    look: i < titles.length ? 'title' : 'note',
    anchor: 'start',
  }));
}

/** A line with a head, and the conditions where it lies level, at the station. */
function arrow(
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  { conditions, isOpen }: Station,
): readonly DiagramShape[] {
  // Half of the lines stand above the arrow, the other half below.
  const above = Math.ceil(conditions.length / 2);
  const isFromStation = fromX === boxWidth;
  const level = isFromStation ? fromY : toY;
  // The level part lies where the text is; the bend is next to the role.
  const turn = isFromStation ? toX - 14 : fromX + 14;
  return [
    {
      kind: 'arrow',
      points: `M${fromX} ${fromY}H${turn}V${toY}H${toX}M${toX - 7} ${toY - 4}L${toX} ${toY}L${toX - 7} ${toY + 4}`,
      isOpen,
    },
    ...conditions.map((text, i): DiagramShape => ({
      kind: 'text',
      x: (fromX + toX) / 2,
      y:
        i < above
          ? level - 6 - (above - 1 - i) * lineHeight
          : level + lineHeight + (i - above) * lineHeight,
      text,
      look: 'note',
      anchor: 'middle',
    })),
  ];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The picture as a file of its own, dark on white. */
export function diagramSvg(diagram: AccessDiagram, title: string): string {
  const { width, height, shapes } = diagram;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...shapes.map(shapeSvg),
    '</svg>\n',
  ].join('\n');
}

function shapeSvg(shape: DiagramShape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, isOpen } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#f7f8fa" stroke="#5b6472"${isOpen ? ' stroke-dasharray="4 3"' : ''}/>`;
    }
    case 'arrow':
      return `<path d="${shape.points}" fill="none" stroke="#1f4fbf" stroke-width="1.5"${shape.isOpen ? ' stroke-dasharray="4 3"' : ''}/>`;
    case 'text': {
      const { x, y, text, look, anchor } = shape;
      return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${look === 'title' ? '#14181f' : '#4a5261'}" font-weight="${look === 'title' ? 600 : 400}" font-size="${look === 'title' ? 12 : 11}">${escapeXml(text)}</text>`;
    }
  }
}
