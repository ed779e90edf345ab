import { expect, test } from 'vitest';
import { draftRole } from '../draft';
import { exampleOfEveryKind } from '../examples';
import { planRole } from '../plan';
import { codesOf } from './codesOf.testing';

test.each(exampleOfEveryKind)('the plan of $accessMode $caller is clean', (values) => {
  const real = { ...values, applicationId: '0a1b2c3d-1111-2222-3333-444455556666' };
  const plan = planRole(draftRole(real).template);
  const documents = [
    plan.permissionsPolicy.document,
    ...(plan.target === 'new-role' ? [plan.role.trustPolicy] : []),
  ];
  for (const document of documents) {
    const codes = codesOf(document).map((code) => code.replace(/ at .*/, ''));
    expect(codes.filter((code) => code !== 'QBUSINESS_SAMPLE_ACCOUNT')).toEqual([]);
  }
});
