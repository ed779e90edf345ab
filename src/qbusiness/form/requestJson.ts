import * as z from 'zod/mini';
import { callers } from '../callers';
import type { CallerDefinition, CallerField } from '../callers/caller';
import { showNumber } from '../../words/counts';
import type { FormField } from './formField';
import { formFields } from './formFields';
import { emptyFormValues, type RoleFormValues } from './formValues';
import { suggestion } from './suggestion';
import { MAX_ROWS, MAX_TEXT_LENGTH } from '../textLimits';
import type { Removed } from './pastedText';
import type { FieldPath, TextField } from './textField';

/** A part of a JSON request that could not be read and was left out. */
export interface RequestJsonProblem {
  readonly path: FieldPath;
  readonly message: string;
}

/** A value from which something was removed. */
export interface CleanedValue {
  readonly path: FieldPath;
  readonly label: string;
  readonly removed: readonly Removed[];
}

export interface RequestJson {
  /** Everything that could be read, cleaned; the rest is as in an empty form. */
  readonly values: RoleFormValues;
  readonly problems: readonly RequestJsonProblem[];
  readonly cleaned: readonly CleanedValue[];
}

const text = z.string({ error: 'A text is expected' }).check(
  z.maxLength(MAX_TEXT_LENGTH, {
    error: `At most ${showNumber(MAX_TEXT_LENGTH)} characters`,
  }),
);

const oneOf = (choices: readonly string[]) =>
  z.enum(choices, { error: `One of: ${choices.join(', ')}` });

const rows = <T extends z.ZodMiniType>(row: T) =>
  z
    .array(row, { error: 'A list is expected' })
    .check(z.maxLength(MAX_ROWS, { error: `At most ${MAX_ROWS} entries` }));

/** `"https://…"` and `{ "value": "https://…" }` mean the same. */
const entries = rows(
  z.union(
    [
      z.strictObject({ value: text }),
      z.pipe(
        text,
        z.transform((value) => ({ value })),
      ),
    ],
    { error: 'A text is expected' },
  ),
);

const tag = z.strictObject(
  { key: text, value: text },
  { error: 'An object with key and value is expected' },
);

/** A boolean; a share link has it as a text. */
const truth = z.union(
  [
    z.boolean(),
    z.pipe(
      oneOf(['true', 'false']),
      z.transform((value: string) => value === 'true'),
    ),
  ],
  { error: 'true or false is expected' },
);

/** A text of the form; a JSON request may give it as a number. */
const textOrInteger = z.union([text, z.pipe(z.int(), z.transform(String))], {
  error: 'A text or a whole number is expected',
});

const choiceValues = (choices: readonly { readonly value: string }[]) =>
  choices.map(({ value }) => value);

function schemaOf(field: Exclude<FormField, { kind: 'callerValues' }>): z.ZodMiniType {
  switch (field.kind) {
    case 'text':
      return /^\d+$/.test(field.example) ? textOrInteger : text;
    case 'choice':
      return oneOf(choiceValues(field.choices));
    case 'decision':
      return z.union([z.literal(''), oneOf(choiceValues(field.choices))], {
        error: `One of: ${choiceValues(field.choices).join(', ')}`,
      });
    case 'switch':
      return truth;
    case 'list':
      return entries;
    case 'tags':
      return rows(tag);
  }
}

/** Made once: making a schema takes longer than reading a value with it. */
const schemas: ReadonlyMap<string, z.ZodMiniType> = new Map(
  formFields.flatMap((field: FormField) =>
    field.kind === 'callerValues' ? [] : [[field.name, schemaOf(field)] as const],
  ),
);

const fieldsByName: ReadonlyMap<string, FormField> = new Map(
  formFields.map((field) => [field.name, field]),
);

/** Unknown names for which a known one is suggested; looking for it takes time. */
const MAX_SUGGESTIONS = 100;

const fieldNames = formFields.map(({ name }) => name);

/**
 * Reads form values from JSON that anybody may have written: a request file, a share link, a stored
 * draft. Texts are cleaned as if pasted. What does not fit is named and left at its default; no
 * input makes it throw.
 */
export function readRequestJson(json: unknown): RequestJson {
  if (!isRecord(json)) {
    const problems = [{ path: '', message: 'A JSON object is expected' }];
    return { values: emptyFormValues, problems, cleaned: [] };
  }
  const reader = new Reader();
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const field = fieldsByName.get(name);
    const schema = schemas.get(name);
    if (!field) reader.refuseName(name, name, fieldNames);
    else if (field.kind === 'callerValues') read[name] = reader.readCallers(name, value);
    else if (schema) {
      const parsed = reader.parse(name, schema, value);
      if (parsed !== undefined) read[name] = reader.clean(field, parsed);
    }
  }
  return {
    values: { ...emptyFormValues, ...read },
    problems: reader.problems,
    cleaned: reader.cleaned,
  };
}

class Reader {
  readonly problems: RequestJsonProblem[] = [];
  readonly cleaned: CleanedValue[] = [];

  refuseName(path: FieldPath, name: string, names: readonly string[]): void {
    const meant = this.problems.length < MAX_SUGGESTIONS ? suggestion(name, names) : '';
    this.problems.push({ path, message: `There is no such value${meant}` });
  }

  parse(path: FieldPath, schema: z.ZodMiniType, value: unknown): unknown {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          this.refuseName([path, ...issue.path, key].join('.'), key, ['key', 'value']);
        }
        continue;
      }
      this.problems.push({ path: [path, ...issue.path].join('.'), message: issue.message });
    }
    return undefined;
  }

  clean(field: FormField, value: unknown): unknown {
    switch (field.kind) {
      case 'text':
        return this.#cleanText(field.name, field, String(value));
      case 'list':
        return this.#cleanRows(field.name, { value: field.entry }, value);
      case 'tags':
        return this.#cleanRows(field.name, { key: field.key, value: field.value }, value);
      case 'choice':
      case 'decision':
      case 'switch':
      case 'callerValues':
        return value;
    }
  }

  readCallers(path: FieldPath, json: unknown): RoleFormValues['callers'] {
    const read: Record<string, Readonly<Record<string, string>>> = { ...emptyFormValues.callers };
    if (!isRecord(json)) this.problems.push({ path, message: 'An object is expected' });
    for (const [kind, typed] of isRecord(json) ? Object.entries(json) : []) {
      const kinds = callers.map((caller) => caller.kind);
      const caller: CallerDefinition | undefined = callers.find((one) => one.kind === kind);
      if (!caller) {
        const message = `There is no such caller${suggestion(kind, kinds)}`;
        this.problems.push({ path: `${path}.${kind}`, message });
      } else if (isRecord(typed)) {
        read[kind] = {
          ...read[kind],
          ...this.#readCaller(`${path}.${kind}`, caller.fields, typed),
        };
      } else this.problems.push({ path: `${path}.${kind}`, message: 'An object is expected' });
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- starts as a copy of the empty callers and gains no other key
    return read as RoleFormValues['callers'];
  }

  #readCaller(
    path: FieldPath,
    fields: readonly CallerField[],
    typed: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, string>> {
    const read: Record<string, string> = {};
    for (const [name, value] of Object.entries(typed)) {
      const field = fields.find((candidate) => candidate.name === name);
      const at = `${path}.${name}`;
      if (!field) {
        this.refuseName(
          at,
          name,
          fields.map((one) => one.name),
        );
        continue;
      }
      const isChoice = field.kind === 'choice';
      const schema = isChoice ? oneOf(choiceValues(field.choices)) : text;
      const parsed = this.parse(at, schema, value);
      if (typeof parsed !== 'string') continue;
      read[name] = isChoice ? parsed : this.#cleanText(at, field, parsed);
    }
    return read;
  }

  #cleanRows(
    path: FieldPath,
    columns: Readonly<Record<string, TextField>>,
    value: unknown,
  ): readonly unknown[] {
    return (Array.isArray(value) ? value : []).map((row: Readonly<Record<string, string>>, index) =>
      Object.fromEntries(
        Object.entries(columns).map(([column, field]) => [
          column,
          this.#cleanText(`${path}.${index}.${column}`, field, row[column] ?? ''),
        ]),
      ),
    );
  }

  #cleanText(path: FieldPath, field: TextField, raw: string): string {
    const { text: cleaned, removed } = field.clean(raw);
    if (removed.length > 0) this.cleaned.push({ path, label: field.label, removed });
    return cleaned;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
