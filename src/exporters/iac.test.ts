import { parse as parseHcl } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml, type ScalarTag, type CollectionTag, YAMLSeq } from 'yaml';
import { draftRole } from '../qbusiness/draft';
import { exampleOfCaller, exampleOfEveryKind } from '../qbusiness/examples';
import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import type { Artifact, Exporter } from './artifact';
import { cdk } from './cdk';
import { cloudFormation } from './cloudFormation';
import { loosePolicy } from './policyDocuments';
import { terraform } from './terraform';

const exporters: readonly Exporter[] = [terraform, cloudFormation, cdk];

function planOf(values: RoleFormValues): RolePlan {
  const draft = draftRole(values);
  if (draft.status !== 'ready') throw new Error(JSON.stringify(draft.issues));
  return planRole(draft.template);
}

const contentsOf = (artifacts: readonly Artifact[], path: string): string => {
  const artifact = artifacts.find((candidate) => candidate.path === path);
  if (!artifact) throw new Error(`No ${path}`);
  return artifact.contents;
};

const hostile = fc.constantFrom(
  '${x}',
  '%{ if true }',
  '$${x}',
  '"',
  "'",
  '\\',
  '\\n',
  '`',
  ': ',
  ' #',
  '{{x}}',
  '&{x}',
  '0123',
  'yes',
  'no',
  'null',
  '~',
  '1e3',
  '2026-01-01',
  '*/',
  '</script>',
  '\u00fc',
  '\u00ff',
);
const latin = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0xa1, max: 0xff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 30,
});
const prose = fc.array(fc.oneof(hostile, latin), { maxLength: 4 }).map((parts) => parts.join(''));
const names = fc.oneof(
  fc.constantFrom('null', 'yes', '0123', '1e3', '-x', '=', '.5', 'No'),
  fc.stringMatching(/^[\w+=,.@-]{1,30}$/),
);
const tagTexts = fc.oneof(
  fc.constantFrom('yes', 'null', '0123', '1e3', ': x', '\u00fc=1', '-', '__proto__'),
  fc.stringMatching(/^[\p{L}\p{N} _.:/=+@-]{1,20}$/u),
);

/** Accepted form values whose texts contain every special character that the rules allow. */
const acceptedValues: fc.Arbitrary<RoleFormValues> = fc
  .record({
    example: fc.constantFrom(...exampleOfEveryKind),
    attachment: fc.constantFrom('inline' as const, 'managed' as const),
    roleName: names,
    policyName: names,
    path: fc.array(names, { maxLength: 2 }).map((parts) => ['', ...parts, ''].join('/')),
    description: prose,
    tags: fc.uniqueArray(fc.record({ key: tagTexts, value: tagTexts }), {
      maxLength: 3,
      selector: ({ key }) => key.toLowerCase().trim(),
    }),
    includeWebExperience: fc.boolean(),
    otherApplications: fc.constantFrom([], [{ value: '0'.repeat(36) }]),
  })
  .map(({ example, path, ...values }) => ({
    ...example,
    ...values,
    path: path === '' ? '/' : path,
  }))
  .filter((values) => draftRole(values).status === 'ready');

describe('every accepted form', () => {
  test('makes files with a line feed at the end and nothing left to fill in', () => {
    fc.assert(
      fc.property(acceptedValues, (values) => {
        const plan = planOf(values);
        const typed = [
          values.description,
          ...values.tags.flatMap(({ key, value }) => [key, value]),
        ];
        const hasBraces = typed.some((text) => text.includes('{{'));
        const artifacts = exporters.flatMap(({ render }) => render(plan));
        expect(new Set(artifacts.map(({ path }) => path)).size).toBe(artifacts.length);
        for (const { path, contents } of artifacts) {
          expect(path).toMatch(/^policies\/[a-z]+\/[A-Za-z.]+$/);
          expect(contents).toMatch(/[^\n]\n$/);
          expect(contents).not.toMatch(/\r|\[object Object\]|\bundefined\b|\bNaN\b/);
          expect(!hasBraces && contents.includes('{{')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is the same role in Terraform', async () => {
    await fc.assert(
      fc.asyncProperty(acceptedValues, async (values) => {
        const plan = planOf(values);
        const main = contentsOf(terraform.render(plan), 'policies/terraform/main.tf');
        const parsed = (await parseHcl('main.tf', main)) as HclMain;
        expect(documentOf(parsed, 'permissions')).toEqual(
          statements(plan.permissionsPolicy.document),
        );
        expect('aws_iam_role' in parsed.resource).toBe(plan.target === 'new-role');
        if (plan.target === 'existing-role') return;
        const { role } = plan;
        expect(documentOf(parsed, 'trust')).toEqual(statements(role.trustPolicy));
        const resource = parsed.resource.aws_iam_role?.['qbusiness_anonymous']?.[0];
        expect(read(resource?.['name'])).toBe(role.roleName);
        expect(read(resource?.['path'])).toBe(role.path);
        expect(read(resource?.['description'])).toBe(role.description);
        expect(read(resource?.['tags'] ?? {})).toEqual(
          Object.fromEntries(role.tags.map(({ key, value }) => [key, value])),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('is the same template in YAML and in JSON', () => {
    fc.assert(
      fc.property(acceptedValues, (values) => {
        const artifacts = cloudFormation.render(planOf(values));
        const text = contentsOf(artifacts, 'policies/cloudformation/template.yaml');
        const json = contentsOf(artifacts, 'policies/cloudformation/template.json');
        const template: unknown = JSON.parse(json);
        expect(parseYaml(text, { customTags: intrinsics })).toEqual(template);
        expect(parseYaml(text, { customTags: intrinsics, version: '1.1' })).toEqual(template);
      }),
      { numRuns: 300 },
    );
  });

  test('is the same documents in the CDK', () => {
    fc.assert(
      fc.property(acceptedValues, (values) => {
        const plan = planOf(values);
        const [construct] = cdk.render(plan);
        expect(constant(construct?.contents ?? '', 'permissionsPolicy')).toEqual(
          loosePolicy(plan.permissionsPolicy.document),
        );
        if (plan.target === 'existing-role') return;
        expect(constant(construct?.contents ?? '', 'trustPolicy')).toEqual(
          loosePolicy(plan.role.trustPolicy),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('Terraform', () => {
  test('leaves alone what aws_iam_policy_document would take for a policy variable', () => {
    const example = exampleOfCaller('same-account');
    const principalArn = 'arn:aws:iam::111122223333:role/a&{b}/caller';
    const plan = planOf({
      ...example,
      callers: { ...example.callers, 'same-account': { principalArn } },
    });
    const main = contentsOf(terraform.render(plan), 'policies/terraform/main.tf');
    expect(main).toContain('assume_role_policy = jsonencode({');
    expect(main).toContain(principalArn);
    expect(main).not.toContain('data "aws_iam_policy_document" "trust"');
    expect(main).toContain('data "aws_iam_policy_document" "permissions"');
  });
});

interface HclMain {
  readonly data: {
    readonly aws_iam_policy_document: Readonly<
      Record<string, readonly [{ readonly statement: readonly HclStatement[] }]>
    >;
  };
  readonly resource: {
    readonly aws_iam_role?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  };
}

interface HclStatement {
  readonly sid: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly { readonly type: string; readonly identifiers: string[] }[];
  readonly condition?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
}

/** hcl2json gives the source of a template back: a literal `${` as `$${`. */
function read(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/([$%])\1\{/g, '$1{');
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [read(key) as string, read(part)]),
  );
}

const documentOf = ({ data }: HclMain, name: string) =>
  data.aws_iam_policy_document[name]?.[0].statement.map((statement) => read(statement));

const statements = (document: RolePlan['permissionsPolicy']['document'] | TrustDocument) =>
  document.Statement.map(({ Sid, Effect, Action, Resource, Principal, Condition }) => ({
    sid: Sid,
    effect: Effect,
    actions: Action,
    ...(Resource && { resources: Resource }),
    ...(Principal && {
      principals: Object.entries<readonly string[]>({ ...Principal }).map(
        ([type, identifiers]) => ({ type, identifiers }),
      ),
    }),
    ...(Condition && {
      condition: Object.entries(Condition).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([variable, values]) => ({ test: operator, variable, values })),
      ),
    }),
  }));

type TrustDocument = Extract<RolePlan, { target: 'new-role' }>['role']['trustPolicy'];

const scalar = (name: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (text) =>
    name === 'GetAtt'
      ? { 'Fn::GetAtt': text.split('.') }
      : { [name === 'Ref' ? name : `Fn::${name}`]: text },
});

const list = (name: string): CollectionTag => ({
  tag: `!${name}`,
  collection: 'seq',
  resolve: (items) => ({ [`Fn::${name}`]: items instanceof YAMLSeq ? items.toJSON() : [] }),
});

const intrinsics = [scalar('Ref'), scalar('GetAtt'), list('Equals'), list('And')];

const constant = (source: string, name: string): unknown => {
  const [, literal] = new RegExp(`^const ${name} = (\\{\n[^]*?\n\\});$`, 'm').exec(source) ?? [];
  // oxlint-disable-next-line typescript/no-implied-eval
  return (new Function(`'use strict'; return (${literal});`) as () => unknown)();
};
