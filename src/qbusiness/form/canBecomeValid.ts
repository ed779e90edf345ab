import type { TextField } from './textField';

/**
 * Whether a refused text may be the beginning of an accepted one: some ending of the field's
 * example would complete it.
 */
export function canBecomeValid({ example, problem }: TextField, text: string): boolean {
  for (let start = 0; start < example.length; start += 1) {
    if (problem(text + example.slice(start)) === undefined) return true;
  }
  return false;
}
