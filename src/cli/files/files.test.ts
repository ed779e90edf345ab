import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { requiredOptions, run } from '../run.testing';

const home = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;

const other = requiredOptions('ffffffff-5678-90ab-cdef-example11111');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(home, 'out-'));
});

/** Every file and link below the folder, with its content. */
function tree(): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const place = join(entry.parentPath, entry.name);
        return [
          place.slice(folder.length + 1),
          entry.isFile() ? readFileSync(place, 'latin1') : 'no file',
        ];
      }),
  );
}

const generate = (...args: readonly string[]) => run(['generate', '--out', folder, ...args]);

describe('a folder', () => {
  test('is written once, and then unchanged', () => {
    expect(generate(...requiredOptions())).toMatchObject({ code: 0, out: '' });
    const before = tree();
    const again = generate(...requiredOptions());
    expect(again.code).toBe(0);
    expect(again.err).toMatch(/\d+ unchanged\n$/);
    expect(tree()).toEqual(before);
  });

  test('keeps what differs unless told to replace it', () => {
    generate(...requiredOptions());
    const before = tree();
    const refused = generate(...other);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/exists and differs, and so do \d+ other files\. .*--force\n/);
    expect(tree()).toEqual(before);
    const replaced = generate('--force', ...other);
    expect(replaced).toMatchObject({ code: 0 });
    expect(replaced.err).toMatch(/\d+ replaced/);
    expect(tree()['policies/apply.sh']).toContain('QBusinessAnonymousWeb-ffffffff');
  });

  test('names a single file that somebody changed', () => {
    generate(...requiredOptions());
    writeFileSync(join(folder, 'policies/apply.sh'), 'mine\n');
    const refused = generate(...requiredOptions());
    expect(refused.err).toContain('policies/apply.sh exists and differs. To replace');
    expect(readFileSync(join(folder, 'policies/apply.sh'), 'utf8')).toBe('mine\n');
  });

  test('loses the files of an earlier run that are as it wrote them, and no others', () => {
    const role = ['--access-mode', 'api-only', '--caller', 'lambda'];
    generate(...requiredOptions(), ...role, '--caller-value', 'functionName=my-chat');
    mkdirSync(join(folder, 'policies/backup-20260101T000000Z'));
    writeFileSync(join(folder, 'policies/backup-20260101T000000Z/role-arn.txt'), 'x\n');
    writeFileSync(join(folder, 'policies/trustpolicyforAPIanonymous.json'), 'mine\n');
    const report = JSON.parse(generate('--force', '--json', ...requiredOptions()).out) as {
      removed: string[];
      left: string[];
    };
    expect(report.removed).toContain('policies/permspolicyforAPIanonymous.json');
    expect(report.left).toEqual(['policies/trustpolicyforAPIanonymous.json']);
    const after = tree();
    expect(after).not.toHaveProperty(['policies/permspolicyforAPIanonymous.json']);
    expect(after['policies/trustpolicyforAPIanonymous.json']).toBe('mine\n');
    expect(after['policies/backup-20260101T000000Z/role-arn.txt']).toBe('x\n');
  });

  test('loses nothing outside of it, whatever its list says', () => {
    generate(...requiredOptions());
    writeFileSync(join(folder, 'precious'), 'x');
    symlinkSync(join(folder, 'precious'), join(folder, 'policies/link'));
    const digest = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const readme = join(folder, 'policies/README.md');
    const lines = ['policies/../precious', '/precious', join(folder, 'precious'), 'policies/link'];
    writeFileSync(
      readme,
      `${readFileSync(readme, 'utf8')}\n${lines.map((line) => `${digest}  ${line}`).join('\n')}\n`,
    );
    expect(generate('--force', ...requiredOptions()).code).toBe(0);
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('x');
    expect(existsSync(join(folder, 'policies/link'))).toBe(true);
  });

  test.each(['policies', 'policies/apply.sh', 'policies/terraform', 'policies/README.md'])(
    'is not written through a link at %s',
    (path) => {
      const elsewhere = mkdtempSync(join(home, 'elsewhere-'));
      mkdirSync(join(folder, path, '..'), { recursive: true });
      symlinkSync(elsewhere, join(folder, path));
      const before = tree();
      const refused = generate('--force', ...requiredOptions());
      expect(refused.code).toBe(2);
      expect(refused.err).toContain(`${join(folder, path)} is a symbolic link`);
      expect(readdirSync(elsewhere)).toEqual([]);
      expect(tree()).toEqual(before);
    },
  );

  test('is not written over a folder or a file in its way', () => {
    mkdirSync(join(folder, 'policies/apply.sh'), { recursive: true });
    expect(generate('--force', ...requiredOptions()).err).toContain(
      'apply.sh is in the way: it is no file',
    );
    rmSync(join(folder, 'policies'), { recursive: true });
    writeFileSync(join(folder, 'policies'), 'x');
    expect(generate('--force', ...requiredOptions()).err).toContain(
      'policies is in the way: it is no folder',
    );
    expect(tree()).toEqual({ policies: 'x' });
  });

  test('has scripts that run, and keeps to the umask', () => {
    const former = process.umask(0o027);
    try {
      generate(...requiredOptions());
      const mode = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);
      expect(mode('policies')).toBe('750');
      expect(mode('policies/apply.sh')).toBe('750');
      expect(mode('policies/README.md')).toBe('640');
      chmodSync(join(folder, 'policies/apply.sh'), 0o640);
      expect(generate(...requiredOptions()).code).toBe(0);
      expect(mode('policies/apply.sh')).toBe('750');
    } finally {
      process.umask(former);
    }
  });
});

describe('an archive', () => {
  const zip = (...args: readonly string[]) =>
    run(['generate', '--zip', join(folder, 'all.zip'), ...args]);

  test('is replaced only when told to, and by no link', () => {
    expect(zip(...requiredOptions()).code).toBe(0);
    const before = tree();
    expect(Object.keys(before)).toEqual(['all.zip']);
    expect(zip(...requiredOptions()).code).toBe(0);
    expect(zip(...other)).toMatchObject({ code: 2 });
    expect(tree()).toEqual(before);
    expect(zip('--force', ...other).code).toBe(0);
    expect(tree()).not.toEqual(before);
    unlinkSync(join(folder, 'all.zip'));
    symlinkSync(join(folder, 'target'), join(folder, 'all.zip'));
    expect(zip('--force', ...requiredOptions()).err).toContain('all.zip is a symbolic link');
    expect(existsSync(join(folder, 'target'))).toBe(false);
  });

  test('cannot take the place of a folder', () => {
    mkdirSync(join(folder, 'all.zip'));
    expect(zip('--force', ...requiredOptions()).err).toContain(
      'all.zip is in the way: it is no file',
    );
  });
});

/** Runs as the user nobody, because file permissions do not restrict root. */
function asOrdinaryUser<T>(write: () => T): T {
  if (isRoot) process.seteuid?.(65_534);
  try {
    return write();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('a system that refuses', () => {
  test('is quoted in one sentence', () => {
    chmodSync(home, 0o755);
    chmodSync(folder, 0o555);
    const refused = asOrdinaryUser(() => generate(...requiredOptions()));
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/was left as it was: .*permission denied/);
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o700);
  });

  const small = join(home, 'small');
  mkdirSync(small);
  const isMounted =
    isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small]).status === 0;
  afterAll(() => {
    if (isMounted) spawnSync('umount', [small]);
  });

  test.skipIf(!isMounted)('for want of room leaves what was there', () => {
    writeFileSync(join(small, 'mine'), 'x');
    mkdirSync(join(small, 'policies'));
    writeFileSync(join(small, 'policies/apply.sh'), 'mine');
    const args = ['generate', '--force', '--out', small, ...requiredOptions()];
    const blocks = 'x'.repeat(150_000);
    writeFileSync(join(small, 'filler'), blocks);
    const refused = run(args);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('the disk is full');
    expect(refused.err).not.toContain('    at ');
    expect(readdirSync(small).sort()).toEqual(['filler', 'mine', 'policies']);
    expect(readdirSync(join(small, 'policies'))).toEqual(['apply.sh']);
    expect(readFileSync(join(small, 'policies/apply.sh'), 'utf8')).toBe('mine');
    spawnSync('mount', ['-o', 'remount,ro', small]);
    expect(run(args).err).toContain('the file system is read-only');
  });
});
