import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { planRole } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import type { Artifact } from './artifact';
import { exporters } from './index';
import { policiesFolder } from './folder';
import { representativePlans } from './representativePlans.testing';

interface Golden {
  /** Below `__golden__`. */
  readonly path: string;
  readonly contents: string;
}

/** Without its folder, which the exporter names already. The compiler and the linter leave text files alone. */
const goldenName = ({ path, language }: Artifact): string =>
  path.replace(/^.*\//, '') + (language === 'typescript' ? '.txt' : '');

/** Every file of the plan's folder, below the exporter that made it. */
function goldensOf(plan: string, values: RoleFormValues): readonly Golden[] {
  const draft = draftRole(values);
  if (draft.status !== 'ready') throw new Error(`${plan}: ${JSON.stringify(draft.issues)}`);
  return policiesFolder(draft.template).map((file) => {
    const exporter = exporters.find(({ render }) =>
      render(planRole(draft.template)).some(({ path }) => path === file.path),
    );
    return {
      path: `${plan}/${exporter?.id ?? 'folder'}/${goldenName(file)}`,
      // A hash of every file would change with each of them.
      contents:
        exporter === undefined
          ? file.contents.replaceAll(/^[0-9a-f]{64}  .*\n/gm, '')
          : file.contents,
    };
  });
}

const goldens = Object.entries(representativePlans).flatMap(([plan, values]) =>
  goldensOf(plan, values),
);

describe('the files that people will run', () => {
  test.each(goldens)('$path', async ({ path, contents }) => {
    await expect(contents).toMatchFileSnapshot(`__golden__/${path}`);
  });
});

test('no golden is left of an exporter or a plan that is gone', () => {
  const kept = Object.keys(import.meta.glob('./__golden__/**/*', { query: '?raw' }));
  const made = new Set(goldens.map(({ path }) => `./__golden__/${path}`));
  expect(kept.filter((path) => !made.has(path))).toEqual([]);
});
