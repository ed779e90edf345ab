import type { RowValues } from './standIns';

/** A text with places for values: what is equal in all texts of a group, printed once. */
export class TextStamp {
  /** What stands before, between and behind the values. */
  readonly parts: readonly string[];
  /** Which value stands behind the part of the same place. */
  readonly slots: readonly number[];

  /** @param text printed with stand-ins, which stand wherever a value belongs */
  constructor(text: string, standIns: RowValues) {
    const parts: string[] = [];
    const slots: number[] = [];
    const used = standIns.flatMap((standIn, slot) => (standIn === '' ? [] : [{ standIn, slot }]));
    let start = 0;
    for (;;) {
      const next = used
        .map(({ standIn, slot }) => ({ at: text.indexOf(standIn, start), slot, standIn }))
        .filter(({ at }) => at >= 0)
        .sort((one, other) => one.at - other.at || other.standIn.length - one.standIn.length)[0];
      if (next === undefined) break;
      parts.push(text.slice(start, next.at));
      slots.push(next.slot);
      start = next.at + next.standIn.length;
    }
    parts.push(text.slice(start));
    this.parts = parts;
    this.slots = slots;
  }

  textWith(values: RowValues): string {
    const { parts, slots } = this;
    let text = parts[0] ?? '';
    for (let index = 0; index < slots.length; index += 1) {
      text += (values[slots[index] ?? 0] ?? '') + (parts[index + 1] ?? '');
    }
    return text;
  }
}
