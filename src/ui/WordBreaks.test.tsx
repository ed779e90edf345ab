import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WordBreaks } from './WordBreaks';

test('long names may break between their words, and are copied as they are', () => {
  const text = 'Only arn:aws:iam::1:role/TheShort or TheRoleWithALongName allows it';
  const { container } = render(<WordBreaks>{text}</WordBreaks>);
  expect(container.textContent).toBe(text);
  expect(container.innerHTML.split('<wbr>').slice(1, -2)).toEqual([
    'arn:',
    'aws:',
    'iam::',
    '1:',
    'role/',
    'TheShort ',
    'or ',
    'The',
    'Role',
    'With',
    'ALong',
    'Name ',
  ]);
});
