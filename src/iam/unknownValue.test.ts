import { describe, expect, it } from 'vitest';
import { hole } from '../syntax/holes';
import { isUnknownValue, showUnknown, unknownNames, valueParts } from './unknownValue';

describe('a value that is not filled in', () => {
  it.each([
    [`arn:aws:qbusiness:${hole('var.region')}:1`, ['var.region']],
    ['arn:aws:qbusiness:${var.region}:${local.account}:x', ['var.region', 'local.account']],
    ['${AWS::AccountId}', ['AWS::AccountId']],
    ['${aws_iam_role.web["a:b"].arn}', ['aws_iam_role.web["a:b"].arn']],
    ['{{account_id}}', ['account_id']],
    ['<ACCOUNT_ID>', ['ACCOUNT_ID']],
  ])('%s', (text, names) => {
    expect(isUnknownValue(text)).toBe(true);
    expect(unknownNames(text)).toEqual(names);
  });

  it.each([
    '${aws:username}',
    '${ aws:username }',
    '${*}',
    '${?}',
    '${$}',
    "${aws:PrincipalTag/a, 'b'}",
    'a*',
    '',
  ])('is not what IAM itself fills in: %s', (text) => {
    expect(isUnknownValue(text)).toBe(false);
    expect(valueParts(text)).toEqual([{ text }]);
  });

  it('is shown by its name', () => {
    expect(showUnknown(`a${hole('b')}c`)).toBe('a⟨b⟩c');
    expect(valueParts(`a${hole('b')}c`)).toEqual([{ text: 'a' }, { unknown: 'b' }, { text: 'c' }]);
  });
});
