import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as hcl from './hcl';

const texts = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'a"\\$%{}\n\r\t~'.split('')) }),
    fc.constantFrom('${var.x}', '%{ if true }', '$${x}', '$$${x}', '\\${x}', '${', '%{', 'for', ''),
  )
  .filter((text) => !/\p{Surrogate}/u.test(text));

const identifiers = fc.stringMatching(/^[a-z][a-z0-9_]{0,14}$/);

const { expression } = fc.letrec<{ expression: hcl.Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    identifiers.map((name) => hcl.raw(`var.${name}`)),
    fc
      .tuple(texts, identifiers, texts)
      .map(([before, name, after]) => hcl.template(before, hcl.raw(`var.${name}`), after)),
    fc.array(tie('expression'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(identifiers, texts), tie('expression')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map(hcl.object),
    fc.array(tie('expression'), { maxLength: 2 }).map((args) => hcl.call('jsonencode', ...args)),
  ),
}));

const withoutRepeatedNames = (items: readonly hcl.BodyItem[]): readonly hcl.BodyItem[] =>
  items.filter(
    (item, index) =>
      item.kind !== 'attribute' ||
      !items
        .slice(0, index)
        .some((other) => other.kind === 'attribute' && other.name === item.name),
  );

const { body } = fc.letrec<{ body: readonly hcl.BodyItem[]; block: hcl.Block }>((tie) => ({
  body: fc
    .array(
      fc.oneof(
        { maxDepth: 2 },
        fc.tuple(identifiers, expression).map(([name, value]) => hcl.attribute(name, value)),
        fc.constantFrom('', 'One line.', 'Two\nlines.').map(hcl.comment),
        tie('block'),
      ),
      { maxLength: 12 },
    )
    .map(withoutRepeatedNames),
  block: fc
    .tuple(identifiers, fc.array(identifiers, { maxLength: 2 }), tie('body'))
    .map(([type, labels, inner]) => hcl.block(type, labels, inner)),
}));

/** hcl2json gives the source of a template back: a literal `${` as `$${`. */
const read = (text: string): string => text.replaceAll(/([$%])\1\{/g, '$1{');

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

describe('printed HCL', () => {
  test.skipIf(!hasTerraform)('is what terraform fmt makes of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hcl-'));
    try {
      fc.sample(body, 600).forEach((items, index) => {
        writeFileSync(join(folder, `${index}.tf`), hcl.printHcl(items));
      });
      const check = spawnSync('terraform', ['fmt', '-check', '-diff', folder], {
        encoding: 'utf8',
        env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null' },
      });
      expect(check.stderr).toBe('');
      expect(check.stdout).toBe('');
      expect(check.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.skipIf(!hasTerraform)('has templates that Terraform evaluates to their text', () => {
    const part = fc.oneof(texts, fc.constantFrom('$', '%', '{', '$$', '${'));
    const templates = fc.sample(fc.array(fc.oneof(part, fc.constant(hcl.raw('7')))), 10_000);
    const expected = templates.map((parts) =>
      parts.map((each) => (typeof each === 'string' ? each : each.code)).join(''),
    );
    const folder = mkdtempSync(join(tmpdir(), 'hcl-'));
    try {
      const values = templates.map((parts) => hcl.template('', ...parts));
      const locals = hcl.block('locals', [], [hcl.attribute('values', values)]);
      writeFileSync(join(folder, 'main.tf'), hcl.printHcl([locals]));
      const { stdout } = spawnSync('terraform', [`-chdir=${folder}`, 'console'], {
        encoding: 'utf8',
        input: 'base64encode(jsonencode(local.values))\n',
        maxBuffer: 1 << 28,
        env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null' },
      });
      const json = Buffer.from(stdout.trim().slice(1, -1), 'base64').toString();
      const evaluated = (JSON.parse(json) as unknown[]).map(String);
      expect(evaluated).toEqual(expected.map((text) => text.normalize('NFC')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('holds 10,000 texts and keys as they were given', async () => {
    const values = fc.sample(texts, 10_000);
    // Terraform normalises text to NFC.
    const keys = [...new Set(values.map((text) => text.normalize('NFC')))];
    const source = hcl.printHcl([
      hcl.attribute('values', values),
      hcl.attribute('keys', hcl.object(keys.map((key) => [key, key]))),
    ]);
    expect(source).toMatch(/^[\n -~]+\n$/);
    const parsed = (await parse('main.tf', source)) as {
      values: string[];
      keys: Record<string, string>;
    };
    expect(parsed.values.map(read)).toEqual(values.map((text) => text.normalize('NFC')));
    expect(Object.values(parsed.keys).map(read).sort()).toEqual(keys.sort());
  });

  test('separates blocks and aligns assignments', () => {
    expect(
      hcl.printHcl([
        hcl.comment('The role.'),
        hcl.block(
          'resource',
          ['aws_iam_role', 'this'],
          [
            hcl.attribute('name', hcl.template(hcl.raw('var.prefix'), '-role')),
            hcl.attribute('description', 'Costs ${5}'),
            hcl.attribute(
              'assume_role_policy',
              hcl.call('jsonencode', hcl.literal({ 'a:b': [1, 2], c: {} })),
            ),
            hcl.attribute('path', '/'),
            hcl.block('lifecycle', [], [hcl.attribute('prevent_destroy', true)]),
          ],
        ),
        hcl.comment('For others.'),
        hcl.block('output', ['arn'], [hcl.attribute('value', hcl.raw('aws_iam_role.this.arn'))]),
      ]),
    ).toBe(`# The role.
resource "aws_iam_role" "this" {
  name        = "\${var.prefix}-role"
  description = "Costs $\${5}"
  assume_role_policy = jsonencode({
    "a:b" = [
      1,
      2,
    ]
    c = {}
  })
  path = "/"

  lifecycle {
    prevent_destroy = true
  }
}

# For others.
output "arn" {
  value = aws_iam_role.this.arn
}
`);
  });

  test('refuses what it has no form for', () => {
    expect(() => hcl.quoteHcl('\ud800')).toThrow(RangeError);
    expect(() => hcl.printHcl([hcl.block('output', ['a"b'], [])])).toThrow(RangeError);
    expect(() => hcl.literal({ a: undefined })).toThrow(TypeError);
    expect(() => hcl.literal(Number.NaN)).toThrow(TypeError);
  });
});
