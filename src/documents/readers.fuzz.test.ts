import { describe, expect, test } from 'vitest';
import { randomBelow } from '../iam/seededRandom.testing';
import { caseText } from './cases.testing';
import { readPolicies } from './readPolicies';
import { readRoles } from './readRoles';

const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b"}]}';
const seeds = [
  'awscc-jsonencode/main.tf',
  'hcl-data/main.tf',
  'tf-heredoc/role.tf',
  'tf-plan/plan.txt',
  'cfn-yaml/template.yaml',
  'cli-yaml/get-role.yaml',
  'cli-yaml/get-role.txt',
  'tfstate/terraform.tfstate',
  'config-item/item.json',
  'boto3-repr/out.txt',
  'heredoc-readme/README.md',
  'app-policy/get-policy.json',
].map(caseText);
seeds.push(
  encodeURIComponent(document),
  `AssumeRolePolicyDocument : ${encodeURIComponent(document)}`,
  `<html><pre>${document.replaceAll('"', '&quot;')}</pre></html>`,
  `aws iam put-role-policy --policy-document '${document}'`,
  `$x = @'\n${document}\n'@\n`,
  `import x from 'y';\nconst p = ${document};`,
  `{"Results":[${JSON.stringify(JSON.stringify({ policyDocument: document }))}]}`,
);
const fragments = [
  ...Array.from('{}[]()<>"\'`,:;=#$%&*!|\\/-+~?@\n\t\r\0 \uE000\uE001\uFEFFé😀\ud800'),
  '<<EOF\n',
  '<<-"X"\n',
  'EOF\n',
  '```\n',
  '${',
  '%{',
  '!Sub ',
  '!Ref [',
  '&a ',
  '*a',
  '<<: *a',
  '- - - ',
  '? ',
  '---\n',
  'jsonencode(',
  'resource "a" "b" {',
  'data "aws_iam_policy_document" "x" {',
  'statement {',
  "{'a': datetime(",
  '%7B%22',
  '%C3',
  '"Statement": ',
  '"__proto__": ',
  'AssumeRolePolicyDocument: ',
  '&#x110000;',
  '{"Fn::Join":["",',
  '{"Ref":',
];

function mutated(random: (below: number) => number): string {
  if (random(5) === 0) {
    return Array.from({ length: random(40) }, () => fragments[random(fragments.length)]).join('');
  }
  let text = seeds[random(seeds.length)] ?? '';
  if (random(6) === 0) text += seeds[random(seeds.length)] ?? '';
  for (let changes = 1 + random(4); changes > 0; changes -= 1) {
    const at = random(text.length + 1);
    const fragment = random(3) === 0 ? '' : (fragments[random(fragments.length)] ?? '');
    text = text.slice(0, at) + fragment + text.slice(at + random(random(6) === 0 ? 90 : 3));
  }
  return text;
}

const runs = process.env['DEEP'] ? 100_000 : 3_000;

describe('whatever is pasted', () => {
  test('is read without a crash, at places that exist', () => {
    const random = randomBelow(20261125);
    let documents = 0;
    const outside: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const text = mutated(random);
      const isInside = ({ start, end }: { readonly start: number; readonly end: number }) =>
        0 <= start && start <= end && end <= text.length;
      const { policies, issues, remarks, named } = readPolicies(text);
      documents += policies.length;
      const places = [
        ...issues,
        ...named,
        ...remarks.map(({ range }) => range),
        ...policies.flatMap((policy) => [
          policy.locate([], 'value'),
          policy.locate(['Statement', 0, 'Action'], 'key'),
          policy.extentOf(['Statement']),
        ]),
      ];
      if (!places.every(isInside)) outside.push(text);
      readRoles([{ text }]);
    }
    expect(outside).toEqual([]);
    expect(documents).toBeGreaterThan(runs / 4);
  });

  test.each([
    ['brackets', '[{"a":'.repeat(60_000)],
    ['brackets of HCL', `resource "a" "b" {\n x = ${'[{a='.repeat(60_000)}`],
    ['blocks', 'a {\n'.repeat(60_000)],
    ['heredocs without an end', Array.from({ length: 9_000 }, (_, i) => `x = <<E${i}\n`).join('')],
    ['fences', '```\n{\n'.repeat(40_000)],
    ['percent signs', '%7B%22'.repeat(40_000)],
    ['nested lists of YAML', `Statement:\n${'- '.repeat(90_000)}`],
    [
      'indented YAML',
      `Statement:\n${Array.from({ length: 390 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}`,
    ],
    [
      'aliases of aliases',
      `Statement: &a0 [x]\n${Array.from({ length: 60 }, (_, i) => `b${i}: &a${i + 1} [${`*a${i},`.repeat(8)}]\n`).join('')}`,
    ],
    ['tags', '<p '.repeat(60_000)],
    ['ampersands', `<p>${'&'.repeat(200_000)}`],
    ['quotes', "'{".repeat(90_000)],
    ['here-strings', "@'\n".repeat(60_000)],
    ['Python', `{'a': ${'x('.repeat(60_000)}`],
    [
      'texts in texts',
      Array.from({ length: 12 }, () => 0).reduce(
        (text) => JSON.stringify({ policy: text }),
        document,
      ),
    ],
  ])('comes to an end: %s', (_, text) => {
    const started = process.cpuUsage();
    readPolicies(text);
    const { user } = process.cpuUsage(started);
    expect(user / 1_000_000).toBeLessThan(2);
  });
});
