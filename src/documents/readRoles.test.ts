import { expect, test } from 'vitest';
import { readRoles } from './readRoles';

const document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'qbusiness:Chat', Resource: '*' }],
};
const role = (account: string) =>
  JSON.stringify({ Role: { RoleName: 'Web', Arn: `arn:aws:iam::${account}:role/Web` } });
const inline = JSON.stringify({ RoleName: 'Web', PolicyName: 'p', PolicyDocument: document });

const rolesOf = (...texts: readonly string[]) =>
  readRoles(texts.map((text) => ({ text }))).roles.map(({ arn, permissions }) => [
    arn,
    permissions.length,
  ]);

test('a name means the role that has it', () => {
  expect(rolesOf(role('111122223333'), inline)).toEqual([
    ['arn:aws:iam::111122223333:role/Web', 1],
  ]);
});

test('a name that roles of several accounts have means neither of them', () => {
  expect(rolesOf(role('111122223333'), role('444455556666'), inline)).toEqual([
    ['arn:aws:iam::111122223333:role/Web', 0],
    ['arn:aws:iam::444455556666:role/Web', 0],
    [undefined, 1],
  ]);
});
