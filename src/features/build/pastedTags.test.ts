import { expect, test } from 'vitest';
import { readPastedTags } from './pastedTags';

test('lines of key=value, of a spreadsheet and of the AWS CLI become tags', () => {
  expect(readPastedTags('team=help\r\n\ncost center = 42 = x\n')).toEqual([
    { key: 'team', value: 'help' },
    { key: 'cost center', value: '42 = x' },
  ]);
  expect(readPastedTags('team\thelp\nowner\t')).toEqual([
    { key: 'team', value: 'help' },
    { key: 'owner', value: '' },
  ]);
  expect(readPastedTags('Key=team,Value=a=b, c')).toEqual([{ key: 'team', value: 'a=b, c' }]);
});

test.each(['just a word', 'team=help\nand a sentence', '=value', ''])(
  'ordinary text stays what it is: %j',
  (text) => {
    expect(readPastedTags(text)).toEqual([]);
  },
);
