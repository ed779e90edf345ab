import type { VariableValue } from '../pattern';

/** What a policy variable stands for. `symbolic`: any value; it equals only itself. */
export type VariableChoice =
  | { readonly state: 'value'; readonly value: string }
  | { readonly state: 'absent' }
  | { readonly state: 'symbolic' };

/** By condition key, in lower case. */
export type VariableChoices = ReadonlyMap<string, VariableChoice>;

/** The choices as the evaluator reads variables: a symbolic value is unknown to it. */
export function lookUpIn(choices: VariableChoices): (key: string) => VariableValue {
  return (key) => {
    const choice = choices.get(key.toLowerCase());
    if (!choice) return { state: 'absent' };
    return choice.state === 'symbolic' ? { state: 'unknown' } : choice;
  };
}

/** Every way to choose one entry of each list, up to a limit. */
export function combinations<T>(lists: readonly (readonly T[])[], limit: number): readonly T[][] {
  let results: T[][] = [[]];
  for (const list of lists) {
    results = results.flatMap((head) => list.map((next) => [...head, next])).slice(0, limit);
  }
  return results;
}
