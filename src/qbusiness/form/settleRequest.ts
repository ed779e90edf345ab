import { callerOf, callers } from '../callers';
import type { FormField } from './formField';
import { formFieldOf, formFields } from './formFields';
import { emptyFormValues, type RoleFormValues } from './formValues';
import type { Need } from './needs';
import type { FieldPath } from './textField';

/** Which values a request gives, by dotted path, and what they are called there. */
export interface GivenValues {
  /** Every value that is there, whether or not it is a default. */
  readonly given: ReadonlySet<FieldPath>;
  /** Values given as options: these count even if they are the default. */
  readonly explicit: ReadonlySet<FieldPath>;
  /** `--ip-range` or `ipRanges`. */
  readonly nameOf: (path: FieldPath) => string;
}

export interface SettledRequest {
  readonly values: RoleFormValues;
  /** Values that were not given and follow from the given ones. */
  readonly notes: readonly { readonly path: FieldPath; readonly message: string }[];
  /** Values that contradict each other: the message names both. */
  readonly problems: readonly { readonly path: FieldPath; readonly message: string }[];
}

/** The dotted paths of a JSON request, callers' values one by one. */
export function givenPaths(request: Readonly<Record<string, unknown>>): ReadonlySet<FieldPath> {
  const paths = new Set(Object.keys(request).filter((name) => name !== 'callers'));
  for (const [kind, typed] of entriesOf(request['callers'])) {
    for (const [name] of entriesOf(typed)) paths.add(`callers.${kind}.${name}`);
  }
  return paths;
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/**
 * Makes the values of a request consistent. The form ignores a value that does not apply, but in a
 * request the author wants it: ignoring an IP range would make the role wider than asked. So the value
 * of another field on which it depends is inferred, unless the request contradicts it: a problem.
 */
export function settleRequest(values: RoleFormValues, from: GivenValues): SettledRequest {
  const settling = new Settling(values, from);
  const fields: readonly FormField[] = formFields;
  const asked = fields.filter(({ name }) => settling.asks(name));
  for (const { name, needs } of asked) settling.require(name, needs, '');
  settling.requireCallers();
  for (const { name, needs } of asked) settling.exclude(name, needs);
  return settling.result();
}

class Settling {
  readonly #from: GivenValues;
  /** The given values, and those inferred so far. */
  #values: RoleFormValues;
  /** The path of each inferred value, with the path of the value from which it was inferred. */
  readonly #inferred = new Map<FieldPath, FieldPath>();
  readonly #notes: { path: FieldPath; message: string }[] = [];
  readonly #problems: { path: FieldPath; message: string }[] = [];

  constructor(values: RoleFormValues, from: GivenValues) {
    this.#values = values;
    this.#from = from;
  }

  result(): SettledRequest {
    return { values: this.#values, notes: this.#notes, problems: this.#problems };
  }

  /** Whether the value is wanted: given, and not merely the default among other values. */
  asks(path: FieldPath): boolean {
    const { given, explicit } = this.#from;
    const isDefault =
      JSON.stringify(valueAt(this.#values, path)) ===
      JSON.stringify(valueAt(emptyFormValues, path));
    return explicit.has(path) || (given.has(path) && !isDefault);
  }

  /** @param prefix of the fields that the needs name: empty, or that of a caller's values */
  require(asker: FieldPath, needs: readonly Need[] = [], prefix: string): void {
    for (const need of needs) {
      if ('is' in need) this.#requireOne(asker, `${prefix}${need.field}`, need.is);
    }
  }

  exclude(asker: FieldPath, needs: readonly Need[] = []): void {
    for (const need of needs) {
      if (!('isNot' in need) || valueAt(this.#values, need.field) !== need.isNot) continue;
      if (!this.#from.given.has(need.field) && !this.#inferred.has(need.field)) continue;
      const { nameOf } = this.#from;
      this.#refuse(asker, `${nameOf(asker)} does not go with ${nameOf(need.field)} ${need.isNot}`);
    }
  }

  requireCallers(): void {
    for (const { kind } of callers) {
      const prefix = `callers.${kind}.`;
      for (const { name, needs } of callerOf(kind).fields) {
        const path = `${prefix}${name}`;
        if (!this.asks(path)) continue;
        this.#requireOne(path, 'caller', kind);
        this.require(path, needs, prefix);
      }
    }
  }

  #requireOne(asker: FieldPath, path: FieldPath, value: string): void {
    const { given, nameOf } = this.#from;
    const found = valueAt(this.#values, path);
    const earlier = this.#inferred.get(path);
    if (found === value && (given.has(path) || earlier !== undefined)) return;
    if (earlier !== undefined) {
      const both = `${nameOf(earlier)} needs ${nameOf(path)} ${String(found)}`;
      this.#refuse(asker, `${nameOf(asker)} needs ${nameOf(path)} ${value}, but ${both}`);
    } else if (given.has(path) && found !== '') {
      const both = `${nameOf(path)} is ${String(found)}`;
      this.#refuse(asker, `${nameOf(asker)} needs ${nameOf(path)} ${value}, but ${both}`);
    } else {
      this.#values = withValue(this.#values, path, value);
      this.#inferred.set(path, asker);
      if (found !== value) {
        const message = `${nameOf(path)} ${value} is taken as said, because of ${nameOf(asker)}`;
        this.#notes.push({ path, message });
      }
      this.require(asker, formFieldOf(path)?.needs, '');
    }
  }

  #refuse(path: FieldPath, message: string): void {
    if (!this.#problems.some((problem) => problem.message === message)) {
      this.#problems.push({ path, message });
    }
  }
}

/** What stands at a dotted path; undefined for a path that leads nowhere. */
export function valueAt(values: RoleFormValues, path: FieldPath): unknown {
  let value: unknown = values;
  for (const name of path.split('.')) value = new Map(entriesOf(value)).get(name);
  return value;
}

function withValue(values: RoleFormValues, path: FieldPath, value: string): RoleFormValues {
  const [name = '', kind = '', field = ''] = path.split('.');
  if (name !== 'callers') return { ...values, [name]: value };
  const typed = valueAt(values, `callers.${kind}`);
  return {
    ...values,
    callers: {
      ...values.callers,
      [kind]: { ...Object.fromEntries(entriesOf(typed)), [field]: value },
    },
  };
}
