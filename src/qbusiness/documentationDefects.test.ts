import { expect, test } from 'vitest';
import { documentationDefects } from './documentationDefects';

test('every defect is named once and says what fails and what is made instead', () => {
  const ids = documentationDefects.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { page, fails, made } of documentationDefects) {
    for (const sentence of [page, fails, made]) expect(sentence).toMatch(/[.”]$/);
  }
});
