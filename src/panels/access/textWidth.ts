/** Narrow characters, for estimating the width of a text without rendering it. */
const narrow = /[ijlI.,:;'|!()[\] \-/f t]/;
const wide = /[mwMW@%—]/;
const tall = /[A-Z0-9_&?#]/;
const beyondLatin = /[\u2e80-\uffff\u{10000}-\u{10ffff}]/u;

/** An upper estimate of the width of a text, in pixels. */
export function textWidth(text: string, fontSize: number, isBold: boolean): number {
  let width = 0;
  for (const character of text) {
    if (wide.test(character) || beyondLatin.test(character)) width += 1.05;
    else if (narrow.test(character)) width += 0.45;
    else if (tall.test(character)) width += 0.76;
    else width += 0.65;
  }
  return width * fontSize * (isBold ? 1.1 : 1);
}

/** The text in lines that fit; if there are too many, the last one ends in an ellipsis. */
export function wrapText(
  text: string,
  width: number,
  { fontSize, isBold = false, maxLines }: { fontSize: number; isBold?: boolean; maxLines: number },
): readonly string[] {
  const fits = (line: string) => textWidth(line, fontSize, isBold) <= width;
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < maxLines) {
    const line = fits(rest) ? rest : headOf(rest, fits);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  const last = lines.at(-1);
  if (rest === '' || last === undefined) return lines;
  let cut = last;
  while (cut !== '' && !fits(`${cut}…`)) cut = Array.from(cut).slice(0, -1).join('');
  return [...lines.slice(0, -1), `${cut}…`];
}

/** The longest beginning that fits, cut at a blank, else between parts of an ARN or name, else anywhere. */
function headOf(text: string, fits: (line: string) => boolean): string {
  let head = '';
  for (const character of text) {
    if (!fits(head + character)) break;
    head += character;
  }
  if (text[head.length] === ' ') return head;
  const blank = head.lastIndexOf(' ');
  const part = Math.max(head.lastIndexOf(':'), head.lastIndexOf('/')) + 1;
  // Cut between the words of a name.
  const border = head.search(/[A-Z][a-z]*$/);
  const end = [blank, part, border].find((at) => at > head.length / 3) ?? head.length;
  // At least one character, however narrow the line is.
  return head.slice(0, end) || (Array.from(text)[0] ?? '');
}
