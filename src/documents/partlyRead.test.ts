import { describe, expect, test } from 'vitest';
import { accessTexts } from './accessTexts';
import { found } from './policyTexts.testing';
import { chat, labels, trust } from './readDocuments.testing';

const resources = (Resources: object) => JSON.stringify({ Resources });
const lambdaTrust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};
const role = (properties: object) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: trust, ...properties },
});
const wide = `Version: "2012-10-17"
              Statement: [{ Effect: Allow, Action: "*", Resource: "*" }]`;

const yamlRole = (policies: string) => `Resources:
  Web:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${JSON.stringify(trust)}
      Policies:
        - PolicyName: chat
          PolicyDocument: ${JSON.stringify(chat)}
${policies}`;

const terraformRole = (more: string) => `resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = jsonencode(${JSON.stringify(trust)})
}
${more}`;
const terraformPolicy = `resource "aws_iam_policy" "chat" {
  name   = "chat"
  policy = jsonencode(${JSON.stringify(chat)})
}
`;

/** By role: what the answers about its actions are, each once, and what is missing. */
const answers = (text: string) =>
  accessTexts({ texts: [text] }).reports.map(({ role: name, actions, missing }) => ({
    name,
    chat: actions.find(({ action }) => action === 'qbusiness:ChatSync')?.verdict,
    other: actions.find(({ action }) => action === 's3:GetObject')?.verdict,
    missing,
  }));

describe('policies of a role that a text does not write out', () => {
  test.each([
    [
      'under a condition of CloudFormation, in YAML',
      yamlRole(`        - !If
          - IsProd
          - PolicyName: wide
            PolicyDocument:
              ${wide}
          - !Ref AWS::NoValue`),
      'Fn::If IsProd',
    ],
    [
      'under a condition of CloudFormation, in JSON',
      resources({
        Web: role({
          Policies: [
            { 'Fn::If': ['IsProd', { PolicyName: 'chat', PolicyDocument: chat }, { Ref: 'X' }] },
          ],
        }),
      }),
      'Fn::If IsProd',
    ],
    [
      'from a file, in Terraform',
      terraformRole(`resource "aws_iam_role_policy" "chat" {
  role   = aws_iam_role.web.id
  policy = file("chat.json")
}`),
      "file('chat.json')",
    ],
    [
      'from a document that is not there, in Terraform',
      terraformRole(`resource "aws_iam_role_policy" "chat" {
  role   = aws_iam_role.web.id
  policy = data.aws_iam_policy_document.elsewhere.json
}`),
      'data.aws_iam_policy_document.elsewhere.json',
    ],
    [
      'named by Steampipe',
      JSON.stringify({
        rows: [
          {
            name: 'Web',
            arn: 'arn:aws:iam::222233334444:role/Web',
            assume_role_policy: trust,
            inline_policies: [{ PolicyName: 'chat', PolicyDocument: chat }],
            attached_policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          },
        ],
      }),
      'arn:aws:iam::aws:policy/AdministratorAccess',
    ],
  ])('%s are said to be missing', (_, text, name) => {
    const [answer, ...others] = answers(text);
    expect(others).toEqual([]);
    expect(answer?.missing.join()).toContain(name);
    expect([answer?.chat, answer?.other]).toEqual(['notDecided', 'notDecided']);
  });

  test('are judged where they are written under a condition', () => {
    const text = yamlRole(`        - !If
          - IsProd
          - PolicyName: wide
            PolicyDocument:
              ${wide}
          - !Ref AWS::NoValue`);
    expect(labels(text).at(-1)).toBe('Policy wide of Web (identity)');
    expect(found(text)).toContain('securityWarning QBUSINESS_WILDCARD_ACTION');
  });
});

describe('a policy of a template belongs to every role that it names', () => {
  test('in CloudFormation', () => {
    const text = resources({
      Web: role({}),
      Backend: role({ AssumeRolePolicyDocument: lambdaTrust }),
      Chat: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'chat',
          Roles: [{ Ref: 'Backend' }, { Ref: 'Web' }],
          PolicyDocument: chat,
        },
      },
    });
    expect(answers(text).map(({ name, chat: verdict }) => [name, verdict])).toEqual([
      ['Web', 'yes'],
      ['Backend', 'yes'],
    ]);
  });

  test.each([
    [
      'by reference in CloudFormation',
      resources({
        Web: role({ ManagedPolicyArns: [{ Ref: 'Chat' }] }),
        Chat: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: chat } },
      }),
    ],
    [
      'by an attachment of Terraform',
      terraformRole(`${terraformPolicy}resource "aws_iam_role_policy_attachment" "chat" {
  role       = aws_iam_role.web.name
  policy_arn = aws_iam_policy.chat.arn
}`),
    ],
    [
      'by an attachment of Terraform with an index',
      terraformRole(`${terraformPolicy}resource "aws_iam_role_policy_attachment" "chat" {
  role       = aws_iam_role.web.name
  policy_arn = aws_iam_policy.chat[0].arn
}`),
    ],
    [
      'by an attachment of Terraform for several roles',
      terraformRole(`${terraformPolicy}resource "aws_iam_policy_attachment" "chat" {
  name       = "chat"
  roles      = [aws_iam_role.web.name]
  policy_arn = aws_iam_policy.chat.arn
}
resource "aws_iam_role_policies_exclusive" "web" {
  role_name    = aws_iam_role.web.name
  policy_names = []
}`),
    ],
  ])('%s', (_, text) => {
    const [answer, ...others] = answers(text);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ chat: 'yes', other: 'no', missing: [] });
  });
});

describe('several trust policies of one role', () => {
  const verdicts = (text: string) => {
    const [report] = accessTexts({ texts: [text] }).reports;
    return Object.fromEntries(report?.requesters.map(({ id, verdict }) => [id, verdict]) ?? []);
  };
  const open = {
    ...trust,
    Statement: [{ ...trust.Statement[0], Principal: { AWS: '*' }, Condition: {} }],
  };
  const yamlTrust = (two: object) => `Resources:
  Web:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !If
        - IsProd
        - ${JSON.stringify(trust)}
        - ${JSON.stringify(two)}`;

  test('are not decided where they disagree', () => {
    expect(verdicts(yamlTrust(open))).toMatchObject({
      'application application.qbusiness.amazonaws.com': 'yes',
      anyone: 'notDecided',
      'other-provider': 'no',
    });
    expect(labels(yamlTrust(open))).toEqual([
      'Trust policy of Web (trust)',
      'Trust policy of Web (trust)',
    ]);
  });

  test('are one answer where they are the same', () => {
    const report = accessTexts({ texts: [yamlTrust(trust)] }).reports[0];
    const ids = report?.requesters.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(verdicts(yamlTrust(trust))).toMatchObject({ anyone: 'no' });
  });
});

describe('documents that IAM refuses', () => {
  const pretty = JSON.stringify(chat, null, 2);
  test.each([
    ['with a comma too many', pretty.replace(/\n\}$/, ',\n}')],
    ['with a comment', pretty.replace('"Statement"', '# the chat\n  "Statement"')],
    ['with a name that is not quoted', pretty.replace('"Effect"', 'Effect')],
  ])('%s are not taken for YAML', (_, text) => {
    expect(found(text)).toContain('error JSON_SYNTAX_ERROR');
  });
});

describe('documents in the double quotes of a shell', () => {
  const escaped = JSON.stringify(JSON.stringify(chat, null, 2)).replaceAll('\\n', '\n');
  test.each([
    ['in one line', JSON.stringify(JSON.stringify(chat))],
    ['over several lines', escaped],
    ['beside texts that are none', `"{" "{\\"" ${escaped}`],
  ])('are read %s', (_, quoted) => {
    const text = `aws iam put-role-policy --role-name Web --policy-name chat --policy-document ${quoted}`;
    expect(labels(text)).toEqual(['- (identity)']);
  });

  test('have holes where a variable is filled in', () => {
    const text = `aws iam put-role-policy --policy-document ${escaped.replace('222233334444', '${ACCOUNT}')}`;
    expect(answers(text)[0]?.chat).toBe('notDecided');
  });
});
