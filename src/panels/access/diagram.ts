import { firstOf, showNumber } from '@/words/counts';
import { wrapText } from './textWidth';

/** One shape; coordinates are in pixels. */
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
    }
  | { readonly kind: 'arrow'; readonly points: string; readonly isOpen: boolean };

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DiagramShape[];
}

/** A box of the diagram: a caller who can assume the role, or a target that the role can access. */
export interface Station {
  readonly title: string;
  readonly notes: readonly string[];
  /** Whether the answer is not decided. */
  readonly isOpen: boolean;
}

export interface DiagramContents {
  readonly roleName: string;
  readonly callers: readonly Station[];
  readonly targets: readonly Station[];
}

export const fontSizes = { title: 12, note: 11 } as const;

const lineHeight = 16;
const padding = 10;
const gap = 12;
const maxNotes = 6;

interface Block {
  readonly lines: readonly { readonly text: string; readonly look: 'title' | 'note' }[];
  readonly height: number;
  readonly isOpen: boolean;
}

function blockOf({ title, notes, isOpen }: Station, width: number): Block {
  const inside = width - 2 * padding;
  const shown = notes.length > maxNotes ? notes.slice(0, maxNotes - 1) : notes;
  const lines = [
    ...wrapText(title, inside, { fontSize: fontSizes.title, isBold: true, maxLines: 3 }).map(
      (text) => ({ text, look: 'title' as const }),
    ),
    ...[
      ...shown,
      ...(shown.length < notes.length
        ? [`and ${showNumber(notes.length - shown.length)} more`]
        : []),
    ]
      .flatMap((note) => wrapText(note, inside, { fontSize: fontSizes.note, maxLines: 3 }))
      .map((text) => ({ text, look: 'note' as const })),
  ];
  return { lines, height: lines.length * lineHeight + 2 * padding, isOpen };
}

function drawn({ lines, height, isOpen }: Block, x: number, y: number, width: number) {
  return [
    { kind: 'box', x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, isOpen },
    ...lines.map(({ text, look }, i) => ({
      kind: 'text' as const,
      x: x + padding,
      y: y + padding + 12 + i * lineHeight,
      text,
      look,
    })),
  ] satisfies DiagramShape[];
}

const nobody: Station = { title: 'Nobody that was tested', notes: [], isOpen: true };
const nothing: Station = { title: 'Nothing that was tested', notes: [], isOpen: true };

/** A picture with more boxes is no picture; what is left out is counted. */
const mostStations = 24;

function drawable(stations: readonly Station[]): readonly Station[] {
  const { shown, more } = firstOf(stations, mostStations);
  return more === undefined
    ? stations
    : [...shown, { title: `and ${more}`, notes: [], isOpen: true }];
}

function blocksOf({ roleName, callers, targets }: DiagramContents, width: number) {
  const some = (stations: readonly Station[], none: Station) =>
    (stations.length > 0 ? drawable(stations) : [none]).map((station) => blockOf(station, width));
  return {
    role: blockOf({ title: 'The role', notes: [roleName], isOpen: false }, width),
    callers: some(callers, nobody),
    targets: some(targets, nothing),
  };
}

const total = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { height }) => sum + height + gap, -gap);

const head = (x: number, y: number): string => `M${x - 7} ${y - 4}L${x} ${y}L${x - 7} ${y + 4}`;

/** Callers, role and targets side by side: for frames of 700 px and more. */
export function wideDiagram(contents: DiagramContents): Diagram {
  const [boxWidth, between] = [250, 60];
  const { role, callers, targets } = blocksOf(contents, boxWidth);
  const height = Math.max(total(callers), total(targets), role.height);
  const roleX = boxWidth + between;
  const targetX = roleX + boxWidth + between;
  const middle = height / 2;
  const shapes: DiagramShape[] = [...drawn(role, roleX, middle - role.height / 2, boxWidth)];
  let y = (height - total(callers)) / 2;
  for (const caller of callers) {
    const from = y + caller.height / 2;
    shapes.push(...drawn(caller, 0, y, boxWidth), {
      kind: 'arrow',
      points: `M${boxWidth} ${from}H${roleX - between / 2}V${middle}H${roleX}${head(roleX, middle)}`,
      isOpen: caller.isOpen,
    });
    y += caller.height + gap;
  }
  y = (height - total(targets)) / 2;
  for (const target of targets) {
    const to = y + target.height / 2;
    shapes.push(...drawn(target, targetX, y, boxWidth), {
      kind: 'arrow',
      points: `M${roleX + boxWidth} ${middle}H${targetX - between / 2}V${to}H${targetX}${head(targetX, to)}`,
      isOpen: target.isOpen,
    });
    y += target.height + gap;
  }
  return { width: targetX + boxWidth, height, shapes };
}

/** The same boxes below each other along a line, for narrow frames. */
export function tallDiagram(contents: DiagramContents): Diagram {
  const [spine, boxX, width] = [10, 28, 340];
  const boxWidth = width - boxX;
  const { role, callers, targets } = blocksOf(contents, boxWidth);
  const shapes: DiagramShape[] = [];
  const roleY = total(callers) + gap;
  const roleMiddle = roleY + role.height / 2;
  let y = 0;
  for (const caller of callers) {
    shapes.push(...drawn(caller, boxX, y, boxWidth), {
      kind: 'arrow',
      points: `M${boxX} ${y + caller.height / 2}H${spine}V${roleMiddle}H${boxX}${head(boxX, roleMiddle)}`,
      isOpen: caller.isOpen,
    });
    y += caller.height + gap;
  }
  shapes.push(...drawn(role, boxX, roleY, boxWidth));
  y = roleY + role.height + gap;
  for (const target of targets) {
    const to = y + target.height / 2;
    shapes.push(...drawn(target, boxX, y, boxWidth), {
      kind: 'arrow',
      points: `M${boxX} ${roleMiddle + 6}H${spine}V${to}H${boxX}${head(boxX, to)}`,
      isOpen: target.isOpen,
    });
    y += target.height + gap;
  }
  return { width, height: y - gap, shapes };
}
