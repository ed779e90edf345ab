import { inflateSync, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { folderOf } from '../exporters/folder';
import { policyDocuments } from '../exporters/policyDocuments';
import type { RolePlan } from '../qbusiness/plan';
import { runToEnd } from '../iam/runToEnd';
import { exampleRows, sharedForm } from './batch.testing';
import { batchArchive } from './batchArchive';
import { batchFiles } from './batchFiles';
import { BatchPrinter } from './batchPrinter';
import type { BatchRow } from './batchRow';
import { judgeBatch } from './judgeRows';
import { StampedArtifact } from './stampedFile';

const plansOf = (rows: readonly BatchRow[], form = sharedForm): readonly RolePlan[] =>
  judgeBatch(rows, form).rows.flatMap(({ plan }) => plan ?? []);

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

/** Names that some language could take for a word of its own, or that hold a sign. */
const names = ['time', 'null', 'if', 'Function', 'n', '0', 'A.b@c,d=+e', 'Chat_Help', 'policies'];

const rowsWith = (overrides: readonly Readonly<Record<string, string>>[]): readonly BatchRow[] =>
  exampleRows(overrides.length, 1).map((row, index) => ({
    ...row,
    texts: { ...row.texts, ...overrides[index] },
  }));

const override = fc.record(
  {
    roleName: fc.oneof(
      fc.constantFrom(...names),
      fc.stringMatching(/^[A-Za-z0-9+=,.@_-]{1,20}$/),
      fc.stringMatching(/^[A-Z][a-z]{3,6}-[a-z]{4}$/),
    ),
    policyName: fc.stringMatching(/^[A-Za-z0-9+=,.@_-]{1,12}$/),
    description: fc.constantFrom('for 222233330001', 'null', 'Chat \u00e9 "quoted" $HOME'),
    attachment: fc.constantFrom('inline', 'managed'),
    webExperienceId: fc.constant('b2c3d4e5-6789-01bc-def0-234567890abc'),
    permissionsBoundary: fc.constant('arn:aws:iam::222233330000:policy/Boundary'),
  },
  { requiredKeys: [] },
);

describe('what is printed for many plans', () => {
  test('is what is printed for each, whatever its values are', () => {
    fc.assert(
      fc.property(fc.array(override, { minLength: 2, maxLength: 8 }), (overrides) => {
        const printer = new BatchPrinter();
        for (const plan of plansOf(rowsWith(overrides))) {
          const alone = folderOf(plan);
          const files = printer.files(plan, 'x', folderOf);
          expect(files.map(({ path, contents }) => [path, contents])).toEqual(
            alone.map(({ path, contents }) => [`x/${path}`, contents]),
          );
        }
      }),
      { numRuns: runs(40, 1_000) },
    );
  });

  test('is printed once for values of one shape, and once more to compare', () => {
    const printer = new BatchPrinter();
    let count = 0;
    const texts = plansOf(exampleRows(3, 20)).map((plan) =>
      printer.text(plan, 'a name', ({ roleName, accountId }) => {
        count += 1;
        return `${accountId}: ${roleName}`;
      }),
    );
    expect(texts[7]).toBe('222233330000: QBusinessAnonymousWeb-70000007');
    expect(new Set(texts).size).toBe(60);
    // Shapes: three Regions, and which digits and letters the identifiers hold.
    expect(count).toBeLessThan(40);
  });

  test('is printed for each plan where a text hangs on what a value says', () => {
    const printer = new BatchPrinter();
    const print = ({ roleName }: RolePlan) => (roleName.endsWith('3') ? 'three' : roleName);
    const plans = plansOf(exampleRows(1, 6));
    expect(plans.slice(3).map((plan) => printer.text(plan, 'odd', print))).toEqual(
      plans.slice(3).map(print),
    );
  });
});

test('a file is packed without being compressed itself', () => {
  const printer = new BatchPrinter();
  for (const plan of plansOf(exampleRows(2, 20))) {
    const files = printer.files(plan, 'x', policyDocuments.render);
    for (const file of files) {
      if (!(file instanceof StampedArtifact)) throw new Error('The file is printed by itself');
      const { bytes, crc, size } = file.deflated();
      const inflated = inflateSync(bytes);
      expect(new TextDecoder().decode(inflated)).toBe(file.contents);
      expect([crc, size]).toEqual([crc32(inflated), inflated.length]);
      expect(bytes.length).toBeLessThan(size);
    }
  }
});

test('the archive holds the files', () => {
  const judged = judgeBatch(exampleRows(2, 30), sharedForm);
  const files = [...batchFiles(judged)].flat();
  const archived = unzipSync(Buffer.concat(runToEnd(batchArchive(judged))));
  expect(Object.keys(archived)).toEqual(files.map(({ path }) => path));
  for (const { path, contents } of files) {
    expect(new TextDecoder().decode(archived[path])).toBe(contents);
  }
});
