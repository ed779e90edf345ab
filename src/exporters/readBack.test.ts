import { describe, expect, test } from 'vitest';
import { auditTexts } from '../documents/auditTexts';
import { draftRole } from '../qbusiness/draft';
import { exampleOfEveryKind } from '../qbusiness/examples';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { planRole } from '../qbusiness/plan';
import { exporters } from './index';
import { everyOption } from './representativePlans.testing';

const real = {
  region: 'us-west-2',
  accountId: '445566778899',
  applicationId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
};

/** The values with other identifiers than AWS's examples, which are findings. */
function realised(values: RoleFormValues): RoleFormValues {
  const other = values.caller === 'other-account' ? '998877665544' : real.accountId;
  const text = JSON.stringify({ ...values, ...real }).replaceAll(
    /111122223333|444455556666/g,
    other,
  );
  return { ...(JSON.parse(text) as RoleFormValues), ...real };
}

const plans = exampleOfEveryKind.flatMap((values) =>
  [values, { ...values, ...everyOption }].flatMap((variant) => {
    const draft = draftRole(realised(variant));
    return draft.status === 'ready' ? [{ values: variant, plan: planRole(draft.template) }] : [];
  }),
);

/** Findings that are intended: EC2 sends no source keys, and an endpoint policy names everybody. */
const intended = new Set(['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'QBUSINESS_SAMPLE_ID']);

describe('every file of every plan, read back', () => {
  test('of every kind there is a plan', () => {
    expect(plans.length).toBeGreaterThan(exampleOfEveryKind.length);
  });

  test.each(plans)('$values.accessMode $values.caller', ({ plan }) => {
    const files = exporters.flatMap((exporter) =>
      exporter.render(plan).map(({ path, contents }) => ({ id: exporter.id, path, contents })),
    );
    for (const { path, contents, id } of files) {
      const { texts } = auditTexts({ texts: [{ text: contents }] });
      const found = texts[0]?.findings.filter(({ rule }) => !intended.has(rule)) ?? [];
      const isWithout = (texts[0]?.documents.length ?? 0) === 0;
      // A script or a page without a document gets one sentence.
      const codes = found.map(({ rule }) => rule);
      expect({ id, path, codes }).toEqual({ id, path, codes: isWithout ? ['NO_POLICY'] : [] });
    }
  });

  test.each(plans)('together: $values.accessMode $values.caller', ({ plan }) => {
    for (const exporter of exporters) {
      const texts = exporter.render(plan).map(({ contents }) => ({ text: contents }));
      const { texts: audited } = auditTexts({ texts });
      const found = audited.flatMap(({ findings }) => findings.map(({ rule }) => rule));
      expect(found.filter((rule) => !intended.has(rule) && rule !== 'NO_POLICY')).toEqual([]);
    }
  });
});
