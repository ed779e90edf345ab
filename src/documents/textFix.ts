import type { Edit } from '../iam/lint/fix';
import type { DocumentPath } from '../iam/parse';
import {
  jsonPointer,
  type JsonRanges,
  type JsonRangeNode,
  type TextRange,
} from '../syntax/jsonRanges';
import { sortEdits, type TextEdit } from '../syntax/textEdit';

interface Written {
  readonly text: string;
  readonly ranges: JsonRanges;
}

/**
 * Turns edits of a document into edits of its text that leave the rest as it is written. Undefined if
 * the text has no place for one of them.
 */
export function textEditsOf(
  written: Written,
  edits: readonly Edit[],
): readonly TextEdit[] | undefined {
  const result: TextEdit[] = [];
  const containers = new Map<string, { readonly at: DocumentPath; readonly edits: Edit[] }>();
  for (const edit of edits) {
    const node = written.ranges.at(edit.at);
    if (edit.kind === 'replace') {
      if (!node) return undefined;
      result.push({ ...node.value, text: printAt(written, node.value.start, edit.value) });
    } else if (edit.kind === 'rename') {
      if (!node?.key) return undefined;
      result.push({ ...node.key, text: JSON.stringify(edit.key) });
    } else {
      const at = edit.at.slice(0, -1);
      const pointer = jsonPointer(at);
      const container = containers.get(pointer) ?? { at, edits: [] };
      container.edits.push(edit);
      containers.set(pointer, container);
    }
  }
  for (const container of containers.values()) {
    const node = written.ranges.at(container.at);
    if (!node) return undefined;
    const changes = memberEdits(written, node, container.edits);
    if (!changes) return undefined;
    result.push(...changes);
  }
  return sortEdits(result);
}

interface Member extends TextRange {
  readonly name: string;
  readonly isElement: boolean;
}

const knownMembers = new WeakMap<JsonRangeNode, readonly Member[]>();

/** The members or elements of a node, in the order of the text. */
function membersOf(node: JsonRangeNode): readonly Member[] {
  const known = knownMembers.get(node);
  if (known) return known;
  const members = Array.from(node.children, ([name, { key, value }]) => ({
    name,
    start: (key ?? value).start,
    end: value.end,
    isElement: key === undefined,
  })).sort((a, b) => a.start - b.start);
  knownMembers.set(node, members);
  return members;
}

/** Edits that remove and insert members of one object or list, commas included. */
function memberEdits(
  written: Written,
  node: JsonRangeNode,
  edits: readonly Edit[],
): readonly TextEdit[] | undefined {
  const children = membersOf(node);
  const names = (kind: Edit['kind']) =>
    new Set(edits.filter((edit) => edit.kind === kind).map(({ at }) => String(at.at(-1))));
  const removed = names('remove');
  const known = new Set(children.map(({ name }) => name));
  if ([...removed].some((name) => !known.has(name))) return undefined;
  /** False beyond the last member: a key may be empty. */
  const isGone = (index: number) => {
    const child = children[index];
    return child !== undefined && removed.has(child.name);
  };

  const result: TextEdit[] = [];
  for (let first = 0; first < children.length; first += 1) {
    if (!isGone(first)) continue;
    let last = first;
    while (isGone(last + 1)) last += 1;
    const next = children[last + 1];
    const start = next || first === 0 ? children[first]?.start : children[first - 1]?.end;
    const end = next ? next.start : children[last]?.end;
    if (start === undefined || end === undefined) return undefined;
    result.push({ start, end, text: '' });
    first = last;
  }

  const inserted = edits.filter((edit) => edit.kind === 'insert');
  if (inserted.length === 0) return result;
  if (children[0]?.isElement || [...names('insert')].some((name) => known.has(name)))
    return undefined;
  const hasKept = children.some((_, index) => !isGone(index));
  const inner = node.value.start + 1;
  const gap = written.text.slice(inner, children[0]?.start ?? inner);
  const space = /^\s+$/.test(gap) ? gap : ' ';
  const text = inserted
    .map((edit) => {
      const value = edit.kind === 'insert' ? edit.value : undefined;
      return `${JSON.stringify(String(edit.at.at(-1)))}: ${printAt(written, node.value.start, value)}`;
    })
    .join(`,${space}`);
  const start = children[0]?.start ?? inner;
  return [...result, { start, end: start, text: hasKept ? `${text},${space}` : text }];
}

const knownLayouts = new WeakMap<JsonRanges, string | undefined>();

/** The indentation of one level; undefined if the document is on one line. */
function indentOf({ text, ranges }: Written): string | undefined {
  if (knownLayouts.has(ranges)) return knownLayouts.get(ranges);
  const root = ranges.get('')?.value;
  const document = root ? text.slice(root.start, root.end) : '';
  const isOneLine = !/[\n\r]/.test(document);
  const indent = isOneLine ? undefined : (/[\n\r]([ \t]+)\S/.exec(document)?.[1] ?? '  ');
  knownLayouts.set(ranges, indent);
  return indent;
}

/** The value as JSON, on one line if the document is, else indented like the line it begins on. */
function printAt(written: Written, offset: number, value: unknown): string {
  const unit = indentOf(written);
  if (unit === undefined || typeof value !== 'object') return JSON.stringify(value);
  const { text } = written;
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), 0), offset);
  const indent = /^[\n\r]*([ \t]*)/.exec(line)?.[1] ?? '';
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`);
}

/** The edits, without those that overlap an earlier list's. */
export function withoutOverlaps(lists: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const kept: TextEdit[] = [];
  for (const list of lists) {
    const before = sortEdits(kept);
    kept.push(...list.filter((edit) => !overlapsAny(before, edit)));
  }
  return sortEdits(kept);
}

/** `sorted` are free of overlaps, so that a binary search finds the neighbours. */
function overlapsAny(sorted: readonly TextEdit[], { start, end }: TextEdit): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next.start < end && start < next.end;
}
