import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { sarifSchema } from '../../documents/sarifSchema.testing';
import { run } from '../run.testing';

const folder = new URL('../../documents/cases/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.\w+$/.test(name))
  .map((name) => new URL(name.replaceAll('\\', '/'), folder).pathname);

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as { readonly default: (to: Ajv2020) => void }).default(ajv);
const auditSchema = JSON.parse(
  readFileSync(new URL('../../../docs/audit.schema.json', import.meta.url), 'utf8'),
) as object;

describe.each([
  ['--json', auditSchema],
  ['--sarif', sarifSchema],
])('audit %s', (option, schema) => {
  const validate = ajv.compile(schema);

  test.each([
    ['every case together', files],
    ['what is clean', files.filter((file) => file.endsWith('clean.md'))],
    ['what holds no document', files.filter((file) => file.endsWith('simulate.json'))],
  ])('fits its schema: %s', (_, names) => {
    const { out } = run(['audit', option, ...names]);
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
  });

  test('and the schema refuses what is no such report', () => {
    expect(validate({ status: 'done' })).toBe(false);
    expect(validate({ version: '2.1.0' })).toBe(false);
  });
});
