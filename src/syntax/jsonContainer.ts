import type { JsonRangeNode, TextRange } from './jsonRanges';

/** An object or list that is being parsed. */
export interface JsonContainer {
  readonly kind: 'object' | 'list';
  readonly start: number;
  readonly value: Record<string, unknown> | unknown[];
  readonly children: Map<string, JsonRangeNode>;
  /** What comes next; a key and a colon in objects only. */
  state: 'key' | 'colon' | 'value' | 'comma';
  /** Offset of the last comma, if no item has followed yet. */
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
