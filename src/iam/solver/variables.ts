import type { VariableValue } from '../pattern';

/** What a policy variable is taken for. `letter`: for a value that nobody knows. */
export type VariableChoice =
  | { readonly state: 'value'; readonly value: string }
  | { readonly state: 'absent' }
  | { readonly state: 'letter' };

/** By condition key, in lower case. */
export type VariableChoices = ReadonlyMap<string, VariableChoice>;

/** For the evaluator: a letter is a value that nobody knows. */
export function lookUpIn(choices: VariableChoices): (key: string) => VariableValue {
  return (key) => {
    const choice = choices.get(key.toLowerCase());
    if (!choice) return { state: 'absent' };
    return choice.state === 'letter' ? { state: 'unknown' } : choice;
  };
}

/** Every way to choose one of each list, up to a limit. */
export function combinations<T>(lists: readonly (readonly T[])[], limit: number): readonly T[][] {
  let results: T[][] = [[]];
  for (const list of lists) {
    results = results.flatMap((head) => list.map((next) => [...head, next])).slice(0, limit);
  }
  return results;
}
