import type { JsonRangeNode, TextRange } from './jsonRanges';

/** An object or a list that is being read. */
export interface JsonContainer {
  readonly kind: 'object' | 'list';
  readonly start: number;
  readonly value: Record<string, unknown> | unknown[];
  readonly children: Map<string, JsonRangeNode>;
  /** What comes next; a key and a colon in objects only. */
  state: 'key' | 'colon' | 'value' | 'comma';
  /** The comma that still lacks what it announces. */
  comma: number | undefined;
  key: { readonly name: string; readonly range: TextRange } | undefined;
}

/** `__proto__` is a key like any other, as for `JSON.parse`. */
export function setProperty(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else object[name] = value;
}
