import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { exampleOfEveryKind } from '../qbusiness/examples';
import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { exporters } from './index';
import { policiesFolder } from './folder';
import { everyOption } from './representativePlans.testing';

const requestOf = (values: RoleFormValues) => {
  const draft = draftRole(values);
  if (draft.status !== 'ready') throw new Error(JSON.stringify(draft.issues));
  return draft.template;
};
const planOf = (values: RoleFormValues): RolePlan => planRole(requestOf(values));

const plans: readonly RolePlan[] = exampleOfEveryKind.flatMap((values) =>
  (['inline', 'managed'] as const).flatMap((attachment) => [
    planOf({ ...values, attachment }),
    planOf({ ...values, ...everyOption, attachment }),
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
