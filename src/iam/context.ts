import type { VariableValue } from './pattern';

/**
 * What a request says about itself: condition keys and their values. Names are not case-sensitive.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export interface RequestContext {
  /** A list is the value of a multivalued key, even if it has one entry. */
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
  /** Keys of which it is unknown whether the request has them, and with what value. */
  readonly unknownKeys?: readonly string[];
  /** What holds for keys that are named in neither list. */
  readonly otherKeys: 'absent' | 'unknown';
}

export type KeyValue =
  | { readonly state: 'present'; readonly values: readonly string[]; readonly multivalued: boolean }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

export const emptyContext: RequestContext = { keys: {}, otherKeys: 'absent' };

export type ReadKey = (key: string) => KeyValue;

export function keyReader({ keys, unknownKeys = [], otherKeys }: RequestContext): ReadKey {
  const values = new Map<string, KeyValue>();
  for (const [key, value] of Object.entries(keys)) {
    const multivalued = typeof value !== 'string';
    values.set(key.toLowerCase(), {
      state: 'present',
      values: multivalued ? value : [value],
      multivalued,
    });
  }
  for (const key of unknownKeys) values.set(key.toLowerCase(), { state: 'unknown' });
  const other: KeyValue = { state: otherKeys };
  return (key) => values.get(key.toLowerCase()) ?? other;
}

/** AWS does not say what a multivalued or an empty key puts in place of a variable: unknown. */
export function variableReader(readKey: ReadKey): (key: string) => VariableValue {
  return (key) => {
    const value = readKey(key);
    if (value.state !== 'present') return value;
    const [only] = value.values;
    if (value.multivalued || only === undefined || only === '') return { state: 'unknown' };
    return { state: 'value', value: only };
  };
}
