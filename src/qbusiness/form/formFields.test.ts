import { describe, expect, test } from 'vitest';
import { callerOf, callers } from '../callers';
import { callerFieldApplies } from './appliesTo';
import { everyField } from './everyField.testing';
import { fieldOfToken } from './fieldOfToken';
import type { FormField } from './formField';
import { formFieldOf, formFields } from './formFields';
import { emptyFormValues, type RoleFormValues } from './formValues';
import { MAX_TEXT_LENGTH } from '../textLimits';
import { readRequestJson } from './requestJson';
import { decodeShareLink, encodeShareLink } from './shareLink';
import { printDrafts, readDrafts } from './storedDrafts';
import type { TextField } from './textField';

const fields: readonly FormField[] = formFields;

/** An empty form in which the field applies. */
function formFor({ needs = [{ field: '', isNot: '' }] }: FormField): RoleFormValues {
  return needs.reduce<RoleFormValues>((form, need) => {
    const other = formFieldOf(need.field);
    return other && 'is' in need ? { ...form, ...formFor(other), [need.field]: need.is } : form;
  }, emptyFormValues);
}

/** The same with a value in it that is no default. */
function formWith(field: FormField): RoleFormValues {
  const form = formFor(field);
  const value: unknown = new Map<string, unknown>(Object.entries(everyField)).get(field.name);
  return field.kind === 'callerValues'
    ? { ...form, caller: everyField.caller, callers: everyField.callers }
    : { ...form, [field.name]: value };
}

/** The texts that a field takes, those of its rows and of every caller included. */
const textsOf = (field: FormField): readonly TextField[] => {
  switch (field.kind) {
    case 'text':
      return [field];
    case 'list':
      return [field.entry];
    case 'tags':
      return [field.key, field.value];
    case 'callerValues':
      return callers.flatMap(({ kind }) =>
        callerOf(kind).fields.flatMap((own) => (own.kind === 'text' ? [own] : [])),
      );
    case 'choice':
    case 'decision':
    case 'switch':
      return [];
  }
};

describe.each(fields.map((field) => [field.name, field] as const))('%s', (name, field) => {
  test('has words, and an option of its own', () => {
    expect(field.label).not.toBe('');
    expect(field.help).toMatch(/^\p{Lu}.*\.$/u);
    expect(field.option).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(fields.filter(({ option }) => option === field.option)).toHaveLength(1);
    expect(fields.filter((other) => other.name === name)).toHaveLength(1);
    const isText = !('choices' in field) && field.kind !== 'switch';
    expect(field.operand ?? '').toMatch(isText ? /^[A-Z/=]+$/ : /^$/);
    const words =
      'choices' in field ? field.choices.flatMap(({ value, label }) => [value, label]) : [];
    expect(words).not.toContain('');
    expect('addLabel' in field ? field.addLabel : 'Add nothing').toMatch(/^Add /);
  });

  test('needs only what other fields can hold', () => {
    for (const need of field.needs ?? []) {
      const other = formFieldOf(need.field);
      const value = 'is' in need ? need.is : need.isNot;
      const choices =
        other?.kind === 'choice' || other?.kind === 'decision'
          ? other.choices.map((choice) => choice.value)
          : [];
      expect(choices).toContain(value);
    }
  });

  test('travels in a link, a draft and a JSON request', () => {
    const values = formWith(field);
    expect(decodeShareLink(encodeShareLink(values))?.values).toEqual(values);
    const draft = { id: 'a', name: 'x', savedAt: '2026-11-23T10:00:00.000Z', values };
    expect(readDrafts(printDrafts([draft]))).toMatchObject({ drafts: [draft], problems: [] });
    const json: unknown = JSON.parse(JSON.stringify(values));
    expect(readRequestJson(json)).toMatchObject({ values, problems: [] });
  });

  test('accepts its example, and judges any text at once', () => {
    for (const text of textsOf(field)) {
      const { clean, problem, example, token, maxLength } = text;
      expect(clean(example)).toEqual({ text: example, removed: [] });
      expect(problem(example)).toBeUndefined();
      expect(token).toMatch(/^\{\{[a-z_]+\}\}$/);
      expect(maxLength).toBeLessThan(MAX_TEXT_LENGTH);
      for (const filler of [' ', 'a', '-', '/', '1', '"', '\u200B', '\uD800', 'arn:']) {
        const long = filler.repeat(1_000_000);
        expect(clean(long)).toEqual({ text: long, removed: [] });
        expect(problem(long)).toMatch(/^At most [\d,]+ characters: this has /);
      }
    }
  });

  test('is led to by its token', () => {
    const needed = 'required' in field && field.required;
    const [token, path] =
      field.kind === 'list' && needed
        ? [field.entry.token, `${name}.0.value`]
        : field.kind === 'decision' || (field.kind === 'text' && needed)
          ? [field.token, name]
          : ['{{nothing}}', undefined];
    expect(fieldOfToken(formFor(field), token)?.path).toBe(path);
  });
});

describe.each(callers.map(({ kind }) => [kind, callerOf(kind)] as const))(
  'caller %s',
  (kind, caller) => {
    test('declares fields with words, whose needs it can meet', () => {
      for (const field of caller.fields) {
        expect([field.label, field.help]).not.toContain('');
        for (const need of field.needs ?? []) {
          const other = caller.fields.find((candidate) => candidate.name === need.field);
          const values = other?.kind === 'choice' ? other.choices.map(({ value }) => value) : [];
          expect(values).toContain('is' in need ? need.is : need.isNot);
        }
      }
    });

    test('has its tokens found', () => {
      const chosen: RoleFormValues = { ...emptyFormValues, accessMode: 'api-only', caller: kind };
      const typed: Readonly<Record<string, string>> = everyField.callers[kind];
      for (const field of caller.fields) {
        const values: RoleFormValues = { ...chosen, callers: everyField.callers };
        if (!callerFieldApplies(field, typed)) continue;
        const [token, path] =
          field.kind === 'text'
            ? [field.token, `callers.${kind}.${field.name}`]
            : ['{{nothing}}', undefined];
        expect(fieldOfToken(values, token)?.path).toBe(path);
      }
    });
  },
);
