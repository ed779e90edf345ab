import { expect, test } from 'vitest';
import { parsePolicy } from '../../iam/parse';
import { recogniseKind } from '../../iam/documentKind';
import { draftRole } from '../draft';
import { exampleOfEveryKind } from '../examples';
import { planRole } from '../plan';
import { productRules } from './index';

function codesOf(value: unknown): readonly string[] {
  const { document } = parsePolicy(value);
  const kind = recogniseKind(document);
  return productRules
    .filter(({ kinds }) => kinds?.includes(kind) ?? true)
    .flatMap(({ check }) => [...check({ kind, value, document, expected: { saidBy: 'the form' } })])
    .map(({ rule }) => rule);
}

test.each(exampleOfEveryKind)('the plan of $accessMode $caller is clean', (values) => {
  const real = { ...values, applicationId: '0a1b2c3d-1111-2222-3333-444455556666' };
  const plan = planRole(draftRole(real).template);
  const documents = [
    plan.permissionsPolicy.document,
    ...(plan.target === 'new-role' ? [plan.role.trustPolicy] : []),
  ];
  for (const document of documents) {
    expect(codesOf(document).filter((code) => code !== 'QBUSINESS_SAMPLE_ACCOUNT')).toEqual([]);
  }
});
