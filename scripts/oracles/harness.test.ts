import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fromScript, reported } from '../results.mjs';
import { inLanes } from './harness.mjs';

const folder = mkdtempSync(join(tmpdir(), 'harness-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an oracle made of these lines; `h` is its harness. */
function oracle(lines: string) {
  const report = join(folder, 'report.json');
  const script = `
    const { startHarness } = await import(${JSON.stringify(new URL('harness.mjs', import.meta.url).href)});
    const h = startHarness('oracle');
    console.log('folder ' + h.folder);
    ${lines}`;
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8', env: { ...process.env, RESULT_FILE: report } },
  );
  const [, own = ''] = /^folder (.+)$/m.exec(stdout) ?? [];
  const result = reported(report, status ?? -1, fromScript);
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
  rmSync(report, { force: true });
  return { status, own, result, text };
}

describe('one run of an oracle', () => {
  test('counts what holds, what does not and what was skipped, and says why', () => {
    const { status, result } = oracle(`
      h.check(true, 'a');
      h.checkOf('case')(false, 'b', 'evidence');
      h.skip('Terraform', 'terraform is not on the PATH');
      h.finish();`);
    expect(status).toBe(1);
    expect(result).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      notes: ['failed: case: b', 'skipped: Terraform (terraform is not on the PATH)'],
    });
  });

  test('ends well where everything holds', () => {
    expect(oracle("h.check(true, 'a'); h.finish();")).toMatchObject({
      status: 0,
      result: { passed: 1, failed: 0 },
    });
  });

  test.each([
    ['ends', "h.check(true, 'a'); h.finish();"],
    ['fails', "throw new Error('broken');"],
    [
      'is stopped',
      "process.kill(process.pid, 'SIGTERM'); await new Promise(() => setInterval(() => {}, 99));",
    ],
  ])('leaves no folder behind when it %s', (_, lines) => {
    const { own } = oracle(lines);
    expect(own).not.toBe('');
    expect(existsSync(own)).toBe(false);
  });

  test('is believed by nobody when it breaks before its end', () => {
    expect(oracle("h.check(true, 'a'); throw new Error('broken');").result.failed).toBe(1);
  });
});

test('lanes share the jobs and do each once', async () => {
  const done: number[] = [];
  const lanes = new Set<number>();
  await inLanes(2, [1, 2, 3, 4, 5], async (job, lane) => {
    await Promise.resolve();
    done.push(job);
    lanes.add(lane);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect([...lanes].toSorted((a, b) => a - b)).toEqual([0, 1]);
});
