import { editDistance } from './editDistance';

/** The name that a misspelt one most likely stands for; undefined if none is near. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const reach = Math.min(3, Math.floor(wanted.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > reach) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}
