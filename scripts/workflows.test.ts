import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import packageJson from '../package.json' with { type: 'json' };
import { root } from './run.mjs';

const folder = join(root, '.github/workflows');

const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number(),
      permissions: z.optional(z.record(z.string(), z.string())),
      steps: z.array(z.object({ uses: z.optional(z.string()), run: z.optional(z.string()) })),
    }),
  ),
});

const workflows = readdirSync(folder).map((name) => {
  const document = parseDocument(readFileSync(join(folder, name), 'utf8'));
  expect(document.errors, name).toEqual([]);
  return [name, workflow.parse(document.toJS())] as const;
});

describe.each(workflows)('%s', (_, { permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('uses actions of GitHub alone, each at a commit that nobody can move', () => {
    for (const { uses } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    }
  });

  test('may read the repository, and write where it publishes', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs)) {
      expect(
        Object.keys(job.permissions ?? {}).filter((name) => !['pages', 'id-token'].includes(name)),
      ).toEqual([]);
    }
  });

  test('runs scripts that there are', () => {
    const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    for (const command of commands) {
      const [, script] = /^npm (?:run )?(start|test[:a-z]*|build)$/.exec(command) ?? [];
      const [, file] = /^node (\S+)/.exec(command) ?? [];
      if (script !== undefined) expect(Object.keys(packageJson.scripts)).toContain(script);
      if (file !== undefined) expect(existsSync(join(root, file))).toBe(true);
      expect(script ?? file ?? command).toMatch(/^[\w:./]+$|^npm ci |^pip install /);
    }
  });
});

test('the two commands run on Linux, macOS and Windows', () => {
  const [, { jobs }] = workflows.find(([name]) => name === 'test.yml') ?? workflows[0]!;
  expect(readFileSync(join(folder, 'test.yml'), 'utf8')).toContain(
    'os: [ubuntu-latest, macos-latest, windows-latest]',
  );
  expect(jobs['test']?.steps.map(({ run }) => run)).toEqual(
    expect.arrayContaining(['node scripts/smokeStart.mjs', 'npm test']),
  );
});
