import { partitionOfRegion } from '../../iam/arn';
import type { Tag } from '../../iam/role';
import { callerOf } from '../callers';
import type { CallerField } from '../callers/caller';
import { applies, callerFieldApplies } from './appliesTo';
import type { FormField, ListFormField, TagsFormField } from './formField';
import { formFields, type DeclaredField } from './formFields';
import { emptyFormValues, type RoleFormValues, type TypedEntry } from './formValues';
import type { FieldCaution, FieldContext, FieldIssue, FieldPath, TextField } from './textField';

/** What the form holds once read: accepted values, and nothing where one is missing or refused. */
export type AcceptedValues = {
  readonly [F in DeclaredField as F['name']]: F extends { kind: 'text' }
    ? string | undefined
    : F extends { kind: 'list' }
      ? readonly string[]
      : F extends { kind: 'callerValues' }
        ? /** The chosen caller's own: accepted texts, choices, tokens of what is missing. */
          Readonly<Record<string, string>>
        : RoleFormValues[F['name']];
};

export interface FormReading {
  readonly accepted: AcceptedValues;
  readonly issues: readonly FieldIssue[];
  /** Accepted, but worth a second look. */
  readonly cautions: readonly FieldCaution[];
}

/**
 * Reads the form: cleans every text and accepts or refuses it. Fields that do not apply are not
 * read and come out empty.
 */
export function readForm(values: RoleFormValues): FormReading {
  const reading = new Reading(values);
  const accepted = Object.fromEntries(
    formFields.map((field) => [field.name, reading.readField(field)]),
  );
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- readField gives each kind of field its type
    accepted: accepted as AcceptedValues,
    issues: reading.issues,
    cautions: reading.cautions,
  };
}

class Reading {
  readonly issues: FieldIssue[] = [];
  readonly cautions: FieldCaution[] = [];
  readonly #values: RoleFormValues;
  #context: FieldContext;

  constructor(values: RoleFormValues) {
    this.#values = values;
    const { otherApplications, includeWebExperience, caller } = values;
    this.#context = {
      applications: 1 + otherApplications.filter(({ value }) => value.trim() !== '').length,
      includeWebExperience,
      ...(caller !== '' && { callerValues: values.callers[caller] }),
    };
  }

  readField(field: FormField): unknown {
    const isRead = applies(field, this.#values);
    const typed: Readonly<Record<string, unknown>> = isRead ? this.#values : emptyFormValues;
    const value = typed[field.name];
    switch (field.kind) {
      case 'text':
        return this.#readFormText(field, isRead, String(value));
      case 'choice':
        return value;
      case 'decision':
        if (isRead && value === '') {
          this.#refuse(field.name, field.label, 'missing', field.missing);
        }
        return value;
      case 'switch':
        if (value === true) this.#warn(field.name, field.label, field.caution?.(this.#context));
        return value;
      case 'list':
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the form holds for a list
        return this.#readList(field, value as readonly TypedEntry[], isRead);
      case 'tags':
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the form holds for tags
        return this.#readTags(field, value as readonly Tag[]);
      case 'callerValues':
        return isRead ? this.#readCallerValues() : {};
    }
  }

  #readFormText(
    field: TextField & { readonly name: string; readonly required: boolean },
    isRead: boolean,
    raw: string,
  ): string | undefined {
    const text =
      field.required && isRead
        ? this.#required(field.name, field, raw)
        : this.#optional(field.name, field, raw);
    // The rules of later fields use these values, so these fields come first in `formFields`.
    if (field.name === 'region' && text !== undefined) {
      this.#context = { ...this.#context, region: text, partition: partitionOfRegion(text) };
    } else if (field.name === 'accountId' || field.name === 'webExperienceId') {
      this.#context = { ...this.#context, [field.name]: text };
    }
    return text;
  }

  #required(path: FieldPath, field: TextField, raw: string): string | undefined {
    const { text } = field.clean(raw);
    if (text !== '') return this.#accept(path, field, text);
    this.#refuse(path, field.label, 'missing', `${field.label} is missing`);
    return undefined;
  }

  #optional(path: FieldPath, field: TextField, raw: string): string | undefined {
    const { text } = field.clean(raw);
    return text === '' ? undefined : this.#accept(path, field, text);
  }

  #accept(path: FieldPath, field: TextField, text: string): string | undefined {
    const problem = field.problem(text) ?? field.conflict?.(text, this.#context);
    if (problem !== undefined) {
      this.#refuse(path, field.label, 'invalid', problem);
      return undefined;
    }
    this.#warn(path, field.label, field.caution?.(text, this.#context));
    return field.reduce?.(text, this.#context) ?? text;
  }

  /** Empty rows are passed over, repeated entries count once. */
  #readList(field: ListFormField, rows: readonly TypedEntry[], isRead: boolean): readonly string[] {
    const { name, entry, maxEntries } = field;
    const accepted = rows.map(({ value }, index) =>
      this.#optional(`${name}.${index}.value`, entry, value),
    );
    const entries = [...new Set(accepted.filter((value) => value !== undefined))];
    const first = `${name}.0.value`;
    if (field.required && isRead && rows.every(({ value }) => entry.clean(value).text === '')) {
      this.#refuse(first, entry.label, 'missing', `${entry.label} is missing`);
    }
    if (entries.length > maxEntries) {
      const path = `${name}.${maxEntries}.value`;
      this.#refuse(
        path,
        field.label,
        'invalid',
        `At most ${maxEntries}: these are ${entries.length}`,
      );
    }
    const problem = field.problem?.(entries);
    if (problem !== undefined) {
      this.#refuse(first, field.label, 'invalid', problem);
      return [];
    }
    return entries;
  }

  /** Keys count as the same in upper and lower case; a row of two empty texts is passed over. */
  #readTags(field: TagsFormField, rows: readonly Tag[]): readonly Tag[] {
    const tags: Tag[] = [];
    const seen = new Set<string>();
    rows.forEach((row, index) => {
      const path = `${field.name}.${index}`;
      const value = this.#optional(`${path}.value`, field.value, row.value) ?? '';
      if (field.key.clean(row.key).text === '' && value === '') return;
      const key = this.#required(`${path}.key`, field.key, row.key);
      if (key === undefined) return;
      if (seen.has(key.toLowerCase())) {
        const message = `The key ${key} is there already`;
        this.#refuse(`${path}.key`, field.key.label, 'invalid', message);
        return;
      }
      seen.add(key.toLowerCase());
      tags.push({ key, value });
    });
    if (tags.length > field.maxEntries) {
      const path = `${field.name}.${field.maxEntries}.key`;
      this.#refuse(
        path,
        field.label,
        'invalid',
        `At most ${field.maxEntries}: these are ${tags.length}`,
      );
    }
    return tags;
  }

  #readCallerValues(): Readonly<Record<string, string>> {
    const { caller, callers } = this.#values;
    if (caller === '') return {};
    const typed: Readonly<Record<string, string>> = callers[caller];
    return Object.fromEntries(
      callerOf(caller).fields.map((field) => [
        field.name,
        this.#readCallerValue(field, typed, `callers.${caller}.${field.name}`),
      ]),
    );
  }

  #readCallerValue(
    field: CallerField,
    typed: Readonly<Record<string, string>>,
    path: FieldPath,
  ): string {
    const raw = typed[field.name] ?? '';
    if (field.kind === 'choice') {
      return field.choices.some(({ value }) => value === raw) ? raw : field.choices[0].value;
    }
    if (!callerFieldApplies(field, typed)) return '';
    return field.required
      ? (this.#required(path, field, raw) ?? field.token)
      : (this.#optional(path, field, raw) ?? '');
  }

  #warn(path: FieldPath, label: string, message: string | undefined): void {
    if (message !== undefined) this.cautions.push({ path, label, message });
  }

  #refuse(path: FieldPath, label: string, kind: FieldIssue['kind'], message: string): void {
    this.issues.push({ path, label, kind, message });
  }
}
