/** The name that a mistyped one most likely means; undefined where none is close. */
function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 64) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const typed = plain(name);
  if (typed.length < 2) return undefined;
  const mostEdits = Math.max(1, Math.floor(typed.length / 4));
  const [best] = names
    // A file may hold thousands of unknown names: those of another length are not even compared.
    .filter((candidate) => Math.abs(plain(candidate).length - typed.length) <= mostEdits)
    .map((candidate) => ({ candidate, edits: editsBetween(typed, plain(candidate)) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits <= mostEdits ? best.candidate : undefined;
}

/** Letters to put in, take out, replace or swap with their neighbour. */
function editsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (next[j - 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[j - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Ends a sentence about an unknown name. */
export function suggestion(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found === undefined ? '' : `; did you mean ${found}?`;
}
