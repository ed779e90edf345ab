import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues, exampleOfCaller, exampleOfEveryKind } from '../qbusiness/examples';
import { planRole } from '../qbusiness/plan';
import { isAnySourceTrusted } from '../qbusiness/plan.testing';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { printMarkdown } from '../syntax/markdown';
import { changeRecord, changeRecordBlocks, emptyChangeEntries } from './changeRecord';
import { policiesFolder } from './folder';
import { fingerprint } from './fingerprint';

const planOf = (values: RoleFormValues) => planRole(draftRole(values).template);

const printed = (values: RoleFormValues): string =>
  changeRecord.render(planOf(values))[0]?.contents ?? '';

describe.each(exampleOfEveryKind.map((values) => [nameOf(values), values] as const))(
  'the change record of %s',
  (_name, values) => {
    test('holds every document of the folder byte for byte, with its fingerprint', () => {
      const draft = draftRole(values);
      if (draft.status !== 'ready') throw new Error('the example is incomplete');
      const documents = policiesFolder(draft.template).filter(({ path }) =>
        /^policies\/[^/]+policy[^/]+\.json$/.test(path),
      );
      const text = printed(values);
      expect(documents.length).toBeGreaterThan(0);
      for (const document of documents) {
        expect(text).toContain(document.path);
        expect(text).toContain(`\`\`\`json\n${document.contents}\`\`\``);
        expect(text).toContain(fingerprint(document));
      }
    });

    test('reports that these are sample values, and nothing else', () => {
      const findings = printed(values)
        .split('\n')
        .filter((line) => line.startsWith('- **'));
      expect(findings.length).toBeGreaterThan(0);
      const isWarned = isAnySourceTrusted(planOf(values));
      const others = findings.filter(
        (line) =>
          !line.includes('of AWS’s examples') &&
          !(isWarned && line.includes('amazonaws.com may act here for any AWS customer')),
      );
      expect(others).toEqual([]);
    });

    test('reads as Markdown with its parts in order', () => {
      const headings = marked
        .lexer(printed(values))
        .flatMap((token) =>
          token.type === 'heading' && token['depth'] === 2 ? [token.raw.trim()] : [],
        );
      expect(headings).toEqual([
        '## Values',
        '## Documents',
        '## Checks',
        '## Commands',
        '## Check and undo',
        '## Approval',
      ]);
      expect(printed(values)).not.toMatch(/undefined|\[object Object\]|NaN/);
    });
  },
);

test('of values that are nobody’s sample, nothing is reported', () => {
  const text = printed({
    ...exampleFormValues,
    accountId: '445566778899',
    applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  });
  expect(text).toContain('found nothing in these documents');
});

test('without entries the record names no day and no person', () => {
  const text = printed(exampleFormValues);
  expect(text).toContain('| Planned for | |');
  expect(text).not.toMatch(/\b20[2-9]\d-(?!10-17)/);
});

test('what a person enters stands in the record and cannot break out of it', () => {
  const text = printMarkdown(
    changeRecordBlocks(planOf(exampleFormValues), {
      ...emptyChangeEntries,
      changeNumber: 'CHG-1 | **x**',
      plannedFor: '2031-02-03',
    }),
  );
  expect(text).toContain(String.raw`| Change number | CHG-1 \| \*\*x\*\* |`);
  expect(text).toContain('| Planned for | 2031-02-03 |');
});

test('a role that exists keeps its trust policy, and the record says so', () => {
  const text = printed(exampleOfCaller('existing-role'));
  expect(text).toContain('keeps its own trust policy');
  expect(text).not.toContain('create-role');
});

function nameOf({ accessMode, caller }: RoleFormValues): string {
  return accessMode === 'web-experience' ? 'the web experience' : `the caller ${caller}`;
}
