import { editDistance } from '../../iam/editDistance';

/** The name that a mistyped one most likely means; undefined where none is close. */
function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 64) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const typed = plain(name);
  if (typed.length < 2) return undefined;
  const mostEdits = Math.max(1, Math.floor(typed.length / 4));
  const [best] = names
    // A file may hold thousands of unknown names, so names of another length are not compared.
    .filter((candidate) => Math.abs(plain(candidate).length - typed.length) <= mostEdits)
    .map((candidate) => ({ candidate, edits: editDistance(typed, plain(candidate)) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits <= mostEdits ? best.candidate : undefined;
}

/** The end of a sentence about an unknown name: `; did you mean …?`, or nothing. */
export function suggestion(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found === undefined ? '' : `; did you mean ${found}?`;
}
