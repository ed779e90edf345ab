import { runs } from '../../scripts/deep.mjs';

/** What turns, hides, moves or ends the text that follows it, and what a terminal obeys. */
export const hostileTexts: readonly string[] = [
  'a\u202Eb',
  'a\u2066b\u2069',
  'a\u200Bb',
  'a\uFEFF',
  'a\u3164',
  'a\u{E0041}',
  'a\u001B[2Jb',
  'a\u009B31m',
  'a\u001B]8;;https://evil.example\u0007b',
  'a\rb',
  'a\nfile.json:1:1: error: forged [FORGED]',
  'a\u0085b',
  'a\u2028b',
  'a\0b',
  'a\uD800',
  'a\uFFFE',
  'a\t'.repeat(3),
  'x'.repeat(10_000),
  'ab '.repeat(runs(1_000, 3_000)),
  'a:b/'.repeat(runs(1_000, 3_000)),
];

/** The answer of AWS about a role, the text in every place where a stranger may write. */
export const hostileRole = (text: string): string =>
  JSON.stringify({
    Role: {
      RoleName: `R${text}`,
      Arn: `arn:aws:iam::222233334444:role/R${text}`,
      PermissionsBoundary: { PermissionsBoundaryArn: `arn:aws:iam::aws:policy/${text}` },
      AssumeRolePolicyDocument: {
        Version: text,
        Statement: [
          {
            Sid: text,
            Effect: 'Allow',
            Principal: {
              Service: ['qbusiness.amazonaws.com', `${text}.amazonaws.com`],
              AWS: [`arn:aws:iam::111122223333:role/${text}`, text],
              Federated: `https://${text}`,
            },
            Action: ['sts:AssumeRole', `sts:${text}`],
            Condition: {
              StringLike: { [`aws:PrincipalTag/${text}`]: [text, `${text}*`] },
              [`StringEquals${text}`]: { 'aws:SourceAccount': text },
              ArnLike: { 'aws:SourceArn': `arn:aws:qbusiness:us-east-1:222233334444:${text}` },
            },
            [text]: text,
          },
        ],
      },
    },
    AttachedPolicies: [{ PolicyName: text, PolicyArn: `arn:aws:iam::222233334444:policy/${text}` }],
    RolePolicyList: [
      {
        RoleName: `R${text}`,
        PolicyName: `P${text}`,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: `S${text}`,
              Effect: 'Allow',
              Action: ['qbusiness:ChatSync', `qbusiness:${text}`, `s3:Get${text}`, `${text}:x`],
              Resource: [`arn:aws:qbusiness:us-east-1:222233334444:application/${text}`, text],
              Condition: { Bool: { [text]: text }, DateLessThan: { 'aws:CurrentTime': text } },
            },
            { Effect: 'Deny', Action: `qbusiness:${text}*`, Resource: '*' },
          ],
        },
      },
    ],
  });
