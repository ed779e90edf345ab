import { describe, expect, test } from 'vitest';
import { columnsNeeded, lineBreaks } from './lineBreaks';

function partsOf(line: string): readonly string[] {
  const ends = [...lineBreaks(line), line.length];
  return ends.map((end, i) => line.slice(ends[i - 1] ?? 0, end));
}

describe('a line goes on below', () => {
  test('behind colons and slashes, never within an account, a Region or an application ID', () => {
    expect(
      partsOf(
        '          "aws:SourceArn": "arn:aws:qbusiness:us-east-1:482322223333:application/f3c9b2d4-77a1-4b0e-9d55-0c1b2a3d4e5f"',
      ),
    ).toEqual([
      '          "aws:',
      'SourceArn": ',
      '"arn:',
      'aws:',
      'qbusiness:',
      'us-east-1:',
      '482322223333:',
      'application/',
      'f3c9b2d4-77a1-4b0e-9d55-0c1b2a3d4e5f"',
    ]);
  });

  test('between the words of a name that is long itself', () => {
    expect(partsOf('"Sid": "QBusinessAnonymousWebExperienceConversationPermissions",')).toEqual([
      '"Sid": ',
      '"QBusiness',
      'Anonymous',
      'Web',
      'Experience',
      'Conversation',
      'Permissions",',
    ]);
    expect(partsOf('"qbusiness:GetChatControlsConfiguration",')).toEqual([
      '"qbusiness:',
      'GetChatControlsConfiguration",',
    ]);
  });

  test('not behind its own indentation, nor within the head of an address', () => {
    expect(partsOf('    { "a": "https://docs.aws.amazon.com/x" }')).toEqual([
      '    { ',
      '"a": ',
      '"https://',
      'docs.aws.amazon.com/',
      'x" ',
      '}',
    ]);
    expect(partsOf('      ')).toEqual(['      ']);
    expect(partsOf('')).toEqual(['']);
  });

  test('losing nothing', () => {
    const line =
      "  aws iam put-role-policy --role-name 'A:b/c' --policy-document file://x/y.json \\";
    expect(partsOf(line).join('')).toBe(line);
  });
});

test('a text needs as many columns as its widest part', () => {
  expect(columnsNeeded('{\n  "a": 1\n}')).toBe(4 + '1'.length + 1);
  expect(columnsNeeded(`{\n    "Sid": "${'a'.repeat(60)}",\n}`)).toBe(6 + 63);
  expect(columnsNeeded(`"${'LongName'.repeat(10)}"`)).toBe(82);
});
