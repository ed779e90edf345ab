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
  const { errors, contents } = parseDocument(readFileSync(join(folder, name), 'utf8'));
  if (errors.length > 0) throw new Error(`${name}: ${errors.join()}`);
  return [name, workflow.parse(contents?.toJSON())] as const;
});

describe.each(workflows)('%s', (_, { permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('uses actions of GitHub alone, each at a commit that nobody can move', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
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
    const unknown = commands.filter((command) => {
      const [, script] = /^npm (?:run )?(start|test[:a-z]*|build)$/.exec(command) ?? [];
      const [, file] = /^node (\S+)$/.exec(command) ?? [];
      if (script !== undefined) return !Object.hasOwn(packageJson.scripts, script);
      if (file !== undefined) return !existsSync(join(root, file));
      return !/^(?:npm ci|pip install) /.test(command);
    });
    expect(unknown).toEqual([]);
  });
});

test('the two commands run on Linux, macOS and Windows', () => {
  const [, test] = workflows.find(([name]) => name === 'test.yml') ?? [];
  expect(readFileSync(join(folder, 'test.yml'), 'utf8')).toContain(
    'os: [ubuntu-latest, macos-latest, windows-latest]',
  );
  expect(test?.jobs['test']?.steps.map(({ run }) => run)).toEqual(
    expect.arrayContaining(['node scripts/smokeStart.mjs', 'npm test']),
  );
});
