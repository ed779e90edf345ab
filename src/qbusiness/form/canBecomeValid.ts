import type { TextField } from './textField';

/**
 * Whether a refused text may still become valid while it is typed: followed by some ending of the
 * field's example, it would be accepted.
 */
export function canBecomeValid({ example, problem }: TextField, text: string): boolean {
  for (let start = 0; start < example.length; start += 1) {
    if (problem(text + example.slice(start)) === undefined) return true;
  }
  return false;
}
