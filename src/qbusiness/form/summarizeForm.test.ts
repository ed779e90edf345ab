import { expect, test } from 'vitest';
import { exampleFormValues, exampleOfCaller } from '../examples';
import { emptyFormValues } from './formValues';
import { summarizeForm } from './summarizeForm';

test.each([
  [emptyFormValues, 'Web experience, no values yet'],
  [
    exampleFormValues,
    'Web experience · us-east-1 · account 111122223333 · application a1b2c3d4-5678-90ab-cdef-example11111',
  ],
  [
    { ...exampleOfCaller('lambda'), region: ' ', roleName: 'Chat' },
    'API only, AWS Lambda function · account 111122223333 · application a1b2c3d4-5678-90ab-cdef-example11111 · role Chat',
  ],
])('a form in one line', (values, line) => {
  expect(summarizeForm(values)).toBe(line);
});
