import { describe, expect, test } from 'vitest';
import { parse as parseYaml, YAMLSeq, type CollectionTag, type ScalarTag } from 'yaml';
import { folderOf } from '../exporters/folder';
import { loosePolicy, policyDocuments } from '../exporters/policyDocuments';
import type { RolePlan } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { accountTemplates } from './accountTemplates';
import { accountsOf } from './accounts';
import { runToEnd } from '../iam/runToEnd';
import { exampleRows, sharedForm } from './batch.testing';
import { BatchPrinter } from './batchPrinter';
import { batchFiles } from './batchFiles';
import type { BatchRow } from './batchRow';
import { judgeBatch } from './judgeRows';
import { stackSetTemplates } from './stackSetTemplates';
import { templateLimits } from './templateLimits';

const planOf = (plan: RolePlan | undefined): RolePlan => {
  if (plan === undefined) throw new Error('The row is not ready');
  return plan;
};

const filesOf = (rows: readonly BatchRow[], form = sharedForm) =>
  [...batchFiles(judgeBatch(rows, form))].flat();

const contentsOf = (rows: readonly BatchRow[], form = sharedForm) =>
  new Map(filesOf(rows, form).map(({ path, contents }) => [path, contents]));

test('a batch of one gives the files of the form', () => {
  const rows = exampleRows(1, 1);
  const plan = judgeBatch(rows, sharedForm).rows[0]?.plan;
  expect(filesOf(rows)).toEqual(folderOf(planOf(plan)));
});

test('a folder an account, and in it a folder an application with the documents of the form', () => {
  const rows = exampleRows(3, 2);
  const files = contentsOf(rows);
  for (const { plan } of judgeBatch(rows, sharedForm).rows) {
    for (const { path, contents } of policyDocuments.render(planOf(plan))) {
      expect(files.get(`${plan?.accountId}/${plan?.template.applicationIds[0]}/${path}`)).toBe(
        contents,
      );
    }
  }
});

test('paths are unique, and all files end with a line feed', () => {
  const files = filesOf(exampleRows(4, 3));
  expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  expect(files.filter(({ contents }) => !contents.endsWith('\n'))).toEqual([]);
});

test('two roles of one application have folders of their own', () => {
  const [row] = exampleRows(1, 1);
  if (!row) throw new Error('no row');
  const api = { ...row, id: 'b', texts: { ...row.texts, roleName: 'chat-api' } };
  const web = { ...row, texts: { ...row.texts, roleName: 'chat-web', policyName: 'web' } };
  const paths = [...contentsOf([web, api]).keys()].filter((path) => path.endsWith('role.sh'));
  expect(paths.map((path) => path.split('/')[1]?.slice(37))).toEqual(['chat-web', 'chat-api']);
});

test('the scripts for many roles name no file that only a single role has', () => {
  const naming = filesOf(exampleRows(1, 2)).filter(
    ({ path, contents }) =>
      /\.(?:sh|ps1)$/.test(path) && /policies\/(?:README|apply|verify|rollback)\b/.test(contents),
  );
  expect(naming.map(({ path }) => path)).toEqual([]);
});

const forms: Readonly<Record<string, Partial<RoleFormValues>>> = {
  'a web experience': {},
  'a managed policy, tags and a boundary': {
    attachment: 'managed',
    tags: [{ key: 'team', value: 'a=b' }],
    description: '=cmd "quoted" \\ %{x} $',
  },
  'texts that printers use as places': { description: 'ZqNumberQz ZqPlace0Qz zqValue0qz' },
  'a Lambda function': { accessMode: 'api-only', caller: 'lambda' },
};

describe.each(Object.entries(forms))('%s', (_, form) => {
  const judged = judgeBatch(unevenRows(), { ...sharedForm, ...form });
  const accounts = accountsOf(judged.rows);

  test('every row is ready', () => {
    expect(
      judged.rows.flatMap(({ notes }) => notes.filter(({ tone }) => tone === 'error')),
    ).toEqual([]);
  });

  test('a StackSet makes in each account the roles of its rows, and no other', () => {
    for (const account of accounts) {
      const made = runToEnd(stackSetTemplates(accounts, new BatchPrinter()))
        .filter(({ accountIds }) => accountIds.includes(account.accountId))
        .flatMap(({ artifact }) => rolesIn(artifact.contents, account.accountId));
      expect(sorted(made)).toEqual(sorted(account.plans.map(roleOf)));
    }
  });

  test('a StackSet has no transform and no macro', () => {
    for (const { artifact } of runToEnd(stackSetTemplates(accounts, new BatchPrinter()))) {
      expect(artifact.contents).not.toMatch(/Transform|Fn::ForEach/);
    }
  });

  test('the templates of an account make its roles', () => {
    for (const account of accounts) {
      const made = accountTemplates(account, new BatchPrinter()).flatMap(({ artifact }) =>
        rolesIn(artifact.contents, account.accountId),
      );
      expect(sorted(made)).toEqual(sorted(account.plans.map(roleOf)));
    }
  });
});

/** Three accounts of which the second has one application and the third three. */
function unevenRows(): readonly BatchRow[] {
  const rows = exampleRows(3, 3);
  return [0, 1, 3, 6, 7, 8].flatMap((index) => rows[index] ?? []);
}

test('templates keep the limits of CloudFormation', () => {
  const accounts = accountsOf(judgeBatch(exampleRows(2, 260), sharedForm).rows);
  for (const account of accounts) {
    const templates = accountTemplates(account, new BatchPrinter());
    expect(templates.length).toBeGreaterThan(1);
    expect(templates.reduce((sum, { roles }) => sum + roles, 0)).toBe(260);
    for (const { artifact } of templates) {
      expect(artifact.contents.length).toBeLessThanOrEqual(templateLimits.bytesInRequest);
    }
  }
  const sets = runToEnd(stackSetTemplates(accounts, new BatchPrinter()));
  expect(sets).toHaveLength(2);
  for (const { artifact } of sets) {
    expect(artifact.contents.length).toBeLessThanOrEqual(templateLimits.bytesInBucket);
    const template = record(parseYaml(artifact.contents, { customTags: functions }));
    const count = (section: string) => Object.keys(record(template[section])).length;
    expect(count('Resources')).toBeLessThanOrEqual(templateLimits.resources);
    expect(count('Mappings')).toBeLessThanOrEqual(templateLimits.mappings);
  }
});

test('accounts are divided into as many StackSets as their rows take', () => {
  const long = exampleRows(60, 20).map((row) => ({
    ...row,
    texts: { ...row.texts, description: `${row.id} `.padEnd(1_000, 'x') },
  }));
  const accounts = accountsOf(judgeBatch(long, sharedForm).rows);
  const sets = runToEnd(stackSetTemplates(accounts, new BatchPrinter()));
  expect(sets.flatMap(({ accountIds }) => accountIds)).toEqual(
    accounts.map(({ accountId }) => accountId),
  );
  const lengths = sets.map(({ artifact }) => artifact.contents.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(templateLimits.bytesInBucket);
  expect(lengths.length).toBe(2);
});

interface MadeRole {
  readonly name: string;
  readonly description: unknown;
  readonly tags: unknown;
  readonly trust: unknown;
  readonly policyName: string;
  readonly permissions: unknown;
}

const sorted = (roles: readonly MadeRole[]) =>
  [...roles].sort((a, b) => (a.name < b.name ? -1 : 1));

function roleOf(plan: RolePlan): MadeRole {
  if (plan.target !== 'new-role') throw new Error('not a new role');
  const { name, document } = plan.permissionsPolicy;
  return {
    name: plan.roleName,
    description: plan.role.description,
    tags: plan.role.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    trust: loosePolicy(plan.role.trustPolicy),
    policyName: name,
    permissions: loosePolicy(document),
  };
}

type Json = Readonly<Record<string, unknown>>;

function record(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value));
}

const list = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;

const seqTag = (name: string): CollectionTag => ({
  tag: `!${name}`,
  collection: 'seq',
  resolve: (node) => (node instanceof YAMLSeq ? { [`Fn::${name}`]: node.toJSON() } : node),
});

const functions: (ScalarTag | CollectionTag)[] = [
  { tag: '!Ref', resolve: (name) => ({ Ref: name }) },
  { tag: '!GetAtt', resolve: (name) => ({ 'Fn::GetAtt': name }) },
  ...['FindInMap', 'Equals', 'Not', 'And'].map(seqTag),
];

/** What CloudFormation would make of a template in one account. */
function rolesIn(text: string, accountId: string): readonly MadeRole[] {
  const template = record(parseYaml(text, { customTags: functions }));
  const resolve = (value: unknown): unknown => {
    const items = list(value);
    if (items) return items.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const node = record(value);
    if (node['Ref'] === 'AWS::AccountId') return accountId;
    if (node['Ref'] === 'AWS::Partition') return 'aws';
    const path = list(node['Fn::FindInMap'])?.map(resolve);
    if (path) {
      const found = path.reduce(
        (from: unknown, key) => record(from)[String(key)],
        template['Mappings'],
      );
      if (found === undefined) throw new Error(`no mapping ${path.join(' ')}`);
      return found;
    }
    const equal = list(node['Fn::Equals'])?.map(resolve);
    if (equal) return equal[0] === equal[1];
    const not = list(node['Fn::Not'])?.map(resolve);
    if (not) return not[0] === false;
    const and = list(node['Fn::And'])?.map(resolve);
    if (and) return and.every((one) => one === true);
    return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, resolve(part)]));
  };
  const resources = Object.entries(record(template['Resources'])).flatMap(([id, resource]) => {
    const { Type, Condition, Properties } = record(resource);
    const isMade =
      typeof Condition !== 'string' || resolve(record(template['Conditions'])[Condition]) === true;
    return isMade ? [{ id, type: Type, properties: record(resolve(Properties)) }] : [];
  });
  return resources
    .filter(({ type }) => type === 'AWS::IAM::Role')
    .map(({ id, properties: role }) => {
      const policy = resources.find(
        ({ type, properties: { RoleName, Roles } }) =>
          type !== 'AWS::IAM::Role' && JSON.stringify([RoleName, Roles]).includes(`"Ref":"${id}"`),
      )?.properties;
      return {
        name: String(role['RoleName']),
        description: role['Description'],
        tags: role['Tags'] ?? [],
        trust: role['AssumeRolePolicyDocument'],
        policyName: String(policy?.['PolicyName'] ?? policy?.['ManagedPolicyName']),
        permissions: policy?.['PolicyDocument'],
      };
    });
}
