import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from '../qbusiness/examples';
import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { exporters } from './index';
import { policiesFolder } from './folder';

const requestOf = (values: RoleFormValues) => {
  const draft = draftRole(values);
  if (draft.status !== 'ready') throw new Error(JSON.stringify(draft.issues));
  return draft.template;
};
const planOf = (values: RoleFormValues): RolePlan => planRole(requestOf(values));

const everything: Partial<RoleFormValues> = {
  otherApplications: [{ value: 'f0e1d2c3-5678-90ab-cdef-0123456789ab' }],
  roleName: '-r+=,.@-',
  policyName: 'p+=,.@-',
  path: '/team/a=b/',
  description: `it's "$(id)" \`x\` %PATH% & caf\u00E9 \u00FF \\`,
  tags: [
    { key: 'cost centre \u00E9', value: 'a=b @ :/+-' },
    { key: 'team', value: '' },
  ],
  permissionsBoundary: 'arn:aws:iam::111122223333:policy/limits/Boundary',
  maxSessionDuration: '7200',
  origins: [{ value: 'https://www.example.com' }],
  webExperienceId: 'b2c3d4e5-6789-01bc-def0-example22222',
  networkLimit: 'vpc-endpoint',
  vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
};

const plans: readonly RolePlan[] = exampleOfEveryKind.flatMap((values) =>
  (['inline', 'managed'] as const).flatMap((attachment) => [
    planOf({ ...values, attachment }),
    planOf({ ...values, ...everything, attachment }),
  ]),
);

describe('every exporter', () => {
  test('stands in the list', () => {
    const listed = new Set<unknown>(exporters);
    const modules = import.meta.glob<Record<string, unknown>>(
      ['./*.ts', '!./*.test.ts', '!./*.d.ts'],
      {
        eager: true,
      },
    );
    const written = Object.values(modules).flatMap((module) =>
      Object.values(module).filter(
        (value) => typeof value === 'object' && value !== null && 'render' in value,
      ),
    );
    expect(written.filter((exporter) => !listed.has(exporter))).toEqual([]);
    expect(written.length).toBe(exporters.length);
  });

  test('has its own identifier and label', () => {
    expect(new Set(exporters.map(({ id }) => id)).size).toBe(exporters.length);
    expect(new Set(exporters.map(({ label }) => label)).size).toBe(exporters.length);
  });

  test.each(exporters)('$id keeps the contract of a file', (exporter) => {
    for (const plan of plans) {
      for (const { path, contents } of exporter.render(plan)) {
        expect(path).toMatch(/^policies\/(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_.-]+$/);
        expect(contents).toMatch(/[^\n]\n$/);
        expect(contents).not.toMatch(/\r|\bundefined\b|\[object Object\]|\bNaN\b|\{\{[a-z_]+\}\}/);
      }
    }
  });

  test.each(exporters)('$id gives the same bytes for the same plan', (exporter) => {
    for (const values of exampleOfEveryKind) {
      expect(exporter.render(planOf(values))).toEqual(exporter.render(planOf(values)));
    }
  });
});

test('no two files of a folder have the same path, on any file system', () => {
  for (const values of exampleOfEveryKind) {
    const paths = policiesFolder(requestOf(values)).map(({ path }) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
  }
});

describe('the files that people will run', () => {
  const representative = {
    'web-experience': exampleFormValues,
    'api-only': {
      ...exampleOfCaller('other-account'),
      ...everything,
      attachment: 'managed',
    },
    'existing-role': { ...exampleOfCaller('existing-role'), attachment: 'managed' },
  } as const satisfies Record<string, RoleFormValues>;

  const scripts = exporters.filter(({ id }) =>
    [
      'policy-documents',
      'commands-sh',
      'commands-powershell',
      'runbook-sh',
      'runbook-powershell',
    ].includes(id),
  );

  test.each(
    Object.entries(representative).flatMap(([mode, values]) =>
      scripts.flatMap((exporter) =>
        exporter.render(planOf(values)).map((file) => ({ mode, exporter: exporter.id, ...file })),
      ),
    ),
  )('$mode/$exporter/$path', async ({ mode, exporter, path, contents }) => {
    await expect(contents).toMatchFileSnapshot(`__golden__/${mode}/${exporter}/${path}`);
  });

  test.each(Object.entries(representative))('the README of %s', async (mode, values) => {
    const readme = policiesFolder(requestOf(values)).find(({ path }) =>
      path.endsWith('/README.md'),
    );
    const withoutFiles = readme?.contents.replaceAll(/^[0-9a-f]{64}  .*\n/gm, '');
    await expect(withoutFiles).toMatchFileSnapshot(`__golden__/${mode}/readme/policies/README.md`);
  });
});
