import { expect, test } from 'vitest';
import {
  printPowerShellAssignment,
  printPowerShellBlockCall,
  printPowerShellFunction,
} from './powershellScript';

test('a block call passes the array before everything else', () => {
  const command = {
    program: 'aws',
    subcommand: ['iam', 'get-role'],
    options: [{ flag: '--role-name', values: ["it's"] }],
  };
  expect(printPowerShellBlockCall('Invoke-Change', ["Anna's role"], command, 'Common')).toBe(
    [
      "Invoke-Change 'Anna''s role' {",
      '    aws @Common iam get-role `',
      "      --role-name 'it''s'",
      '}',
    ].join('\n'),
  );
});

test('functions and assignments', () => {
  expect(printPowerShellAssignment('RoleName', "a'b")).toBe("$RoleName = 'a''b'");
  expect(printPowerShellFunction('New-Role', ['a\nb'])).toBe(
    'function New-Role {\n    a\n    b\n}',
  );
});

test('names that are none are refused', () => {
  expect(() => printPowerShellAssignment('a b', '')).toThrow(RangeError);
  expect(() => printPowerShellFunction('New-Role; id', [])).toThrow(RangeError);
  expect(() =>
    printPowerShellBlockCall('X', [], { program: 'aws', subcommand: [], options: [] }, 'a b'),
  ).toThrow(RangeError);
});
