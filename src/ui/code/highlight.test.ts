import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grammars } from './grammars';
import { codeLanguages, tokenizeLines, type CodeLanguage, type TokenKind } from './highlight';

/** The text of every piece of that kind. */
function pieces(language: CodeLanguage, text: string, kind: TokenKind): string[] {
  const lines = text.split('\n');
  return tokenizeLines(grammars[language], lines).flatMap(({ tokens }, index) =>
    tokens.flatMap((token, at) =>
      token.kind === kind ? [(lines[index] ?? '').slice(token.start, tokens[at + 1]?.start)] : [],
    ),
  );
}

describe('every language', () => {
  it.each(codeLanguages)('%s marks a placeholder wherever it stands', (language) => {
    const text = 'x: "a {{region}} b {{account_id}}" # {{application_id}}';
    expect(pieces(language, text, 'placeholder')).toEqual([
      '{{region}}',
      '{{account_id}}',
      '{{application_id}}',
    ]);
  });

  it.each(codeLanguages)('%s takes any text, and its tokens follow one another', (language) => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'ab1 "\'\\$`{}[]#:<@&*|-=/\t'.split('')) })),
        (lines) => {
          tokenizeLines(grammars[language], lines).forEach(({ tokens }, index) => {
            const starts = tokens.map((token) => token.start);
            expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
            expect(starts.length === 0 ? '' : starts[0]).toBe(lines[index] === '' ? '' : 0);
            expect(starts.every((start) => start < (lines[index] ?? '').length)).toBe(true);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('an unchanged line gives the same tokens object again', () => {
  const [first] = tokenizeLines(grammars.json, ['{"a": 1}']);
  expect(tokenizeLines(grammars.json, ['{"a": 1}'])[0]).toBe(first);
});

it('JSON tells names from values', () => {
  const text = '{ "Sid": "A \\" b", "n": [-1.5e3, true] }';
  expect(pieces('json', text, 'key')).toEqual(['"Sid"', '"n"']);
  expect(pieces('json', text, 'string')).toEqual(['"A \\" b"']);
  expect(pieces('json', text, 'number')).toEqual(['-1.5e3']);
  expect(pieces('json', text, 'keyword')).toEqual(['true']);
});

it('a shell string goes on over lines until its quote', () => {
  const text = "aws iam create-role --tags 'a\n--b # c' --path / # done";
  expect(pieces('shell', text, 'command')).toEqual(['aws']);
  expect(pieces('shell', text, 'option')).toEqual(['--tags', '--path']);
  expect(pieces('shell', text, 'string')).toEqual(["'a", "--b # c'"]);
  expect(pieces('shell', text, 'comment')).toEqual(['# done']);
});

it('a shell here-document ends at its terminator', () => {
  expect(pieces('shell', "cat <<'EOF'\necho $x\nEOF\necho", 'string')).toEqual(['echo $x']);
  expect(pieces('shell', "cat <<'EOF'\necho $x\nEOF\necho", 'command')).toEqual(['cat', 'echo']);
});

it('PowerShell knows cmdlets, parameters, variables and here-strings', () => {
  const text = "$env:AWS_PAGER = ''\nGet-Content -Path $file\n$x = @'\n# text\n'@\n# end";
  expect(pieces('powershell', text, 'variable')).toEqual(['$env:AWS_PAGER', '$file', '$x']);
  expect(pieces('powershell', text, 'command')).toEqual(['Get-Content']);
  expect(pieces('powershell', text, 'option')).toEqual(['-Path']);
  expect(pieces('powershell', text, 'string')).toContain('# text');
  expect(pieces('powershell', text, 'comment')).toEqual(['# end']);
});

it('HCL tells block types, arguments and references apart', () => {
  const text = 'resource "aws_iam_role" "this" {\n  name = "a"\n  role = aws_iam_role.this.id\n}';
  expect(pieces('hcl', text, 'keyword')).toEqual(['resource']);
  expect(pieces('hcl', text, 'key')).toEqual(['name', 'role']);
  expect(pieces('hcl', text, 'variable')).toEqual(['aws_iam_role.this.id']);
});

it('YAML tells keys, tags and strings apart', () => {
  const text = 'Resources:\n  Role:\n    Type: "AWS::IAM::Role" # why\n    Arn: !GetAtt Role.Arn';
  expect(pieces('yaml', text, 'key')).toEqual(['Resources', 'Role', 'Type', 'Arn']);
  expect(pieces('yaml', text, 'string')).toEqual(['"AWS::IAM::Role"', 'Role.Arn']);
  expect(pieces('yaml', text, 'command')).toEqual(['!GetAtt']);
  expect(pieces('yaml', text, 'comment')).toEqual(['# why']);
});

it('Markdown shows a fenced block as one', () => {
  const text = '# Title\n```sh\n# not a title\n```\nSee `x`.';
  expect(pieces('markdown', text, 'keyword')).toEqual(['# Title']);
  expect(pieces('markdown', text, 'string')).toEqual(['# not a title', '`x`']);
});

it('TypeScript knows templates and comments over lines', () => {
  const text = '/* a\nb */ const x = `t ${y} u`;';
  expect(pieces('typescript', text, 'comment')).toEqual(['/* a', 'b */']);
  expect(pieces('typescript', text, 'variable')).toEqual(['${y}']);
  expect(pieces('typescript', text, 'keyword')).toEqual(['const']);
});
