import { describe, expect, test } from 'vitest';
import { unknownNames } from '../iam/unknownValue';
import { caseText } from './cases.testing';
import { readPolicies } from './readPolicies';
import { at, chat, encoded, labels, trust } from './readDocuments.testing';

describe('texts that people have', () => {
  test.each([
    ['heredoc-readme/README.md', ['- (trust)']],
    ['heredoc-readme/clean.md', ['- (trust)']],
    [
      'awscc-jsonencode/main.tf',
      [
        'Trust policy of Amazon-QBusiness-WebExperience-Role (trust)',
        'Policy qbusiness_policy of Amazon-QBusiness-WebExperience-Role (identity)',
      ],
    ],
    ['hcl-data/main.tf', ['- (trust)']],
    [
      'cfn-yaml/template.yaml',
      ['Trust policy of WebRole (trust)', 'Policy chat of WebRole (identity)'],
    ],
    ['tfstate/terraform.tfstate', ['Trust policy of QBWeb (trust)', 'Policy chat (identity)']],
    ['config-item/item.json', ['Trust policy of QBWeb (trust)', 'Policy chat of QBWeb (identity)']],
    ['boto3-repr/out.txt', ['Trust policy of QBWeb (trust)']],
    ['amplify-readme/DEPLOY.md', ['- (identity)']],
    ['tf-heredoc/role.tf', ['Trust policy of qb-web (trust)', 'Policy chat of qb-web (identity)']],
    ['tf-plan/plan.txt', ['Trust policy of qb-web (trust)']],
    ['app-policy/get-policy.json', ['- (resource)']],
    ['cli-yaml/get-role.yaml', ['Trust policy of qb-web (trust)']],
    ['theme-bucket/bucket.json', ['- (resource)']],
    ['theme-bucket/script-template.json', ['- (resource)']],
    ['missing-comma/t.json', ['- (identity)']],
  ])('%s', (path, expected) => {
    const { remarks } = readPolicies(caseText(path));
    expect(labels(caseText(path))).toEqual(expected);
    expect(remarks).toEqual([]);
  });

  test.each([
    ['heredoc-readme/README.md', []],
    ['heredoc-readme/clean.md', []],
    ['awscc-jsonencode/main.tf', []],
    ['cfn-yaml/template.yaml', []],
    ['boto3-repr/out.txt', []],
  ])('%s is not called broken JSON', (path, expected) => {
    expect(readPolicies(caseText(path)).issues).toEqual(expected);
  });
});

describe('places lead to the original text', () => {
  const service = ['Statement', 0, 'Principal', 'Service'];
  test.each([
    ['JSON', JSON.stringify(trust, null, 2), '"application.qbusiness.amazonaws.com"'],
    ['a heredoc', caseText('heredoc-readme/README.md'), '"application.qbusiness.amazonaws.com"'],
    ['YAML', caseText('cfn-yaml/template.yaml'), 'application.qbusiness.amazonaws.com'],
    ['jsonencode', caseText('awscc-jsonencode/main.tf'), '"application.qbusiness.amazonaws.com"'],
    ['a plan', caseText('tf-plan/plan.txt'), '"application.qbusiness.amazonaws.com"'],
    ['boto3', caseText('boto3-repr/out.txt'), "'application.qbusiness.amazonaws.com'"],
    ['URL encoding', encoded(trust), '%22application.qbusiness.amazonaws.com%22'],
    [
      'JSON in JSON',
      caseText('tfstate/terraform.tfstate'),
      '\\"application.qbusiness.amazonaws.com\\"',
    ],
    [
      'a web page',
      `<html><body><pre>${JSON.stringify(trust).replaceAll('"', '&quot;')}</pre></body></html>`,
      '&quot;application.qbusiness.amazonaws.com&quot;',
    ],
  ])('%s', (_, text, expected) => {
    expect(at(text, service)).toBe(expected);
  });

  test('of a list of principals in a data source', () => {
    expect(at(caseText('hcl-data/main.tf'), [...service, 0])).toBe(
      '"application.qbusiness.amazonaws.com"',
    );
  });
});

describe('what a tool fills in later is unknown, not missing', () => {
  const unknownIn = (text: string) =>
    readPolicies(text).policies.flatMap(({ value }) => unknownNames(JSON.stringify(value)));

  test.each([
    [
      'Terraform expressions',
      caseText('awscc-jsonencode/main.tf'),
      [
        'data.aws_caller_identity.current.account_id',
        'awscc_qbusiness_application.app.application_arn',
        'awscc_qbusiness_application.app.application_arn',
      ],
    ],
    [
      'heredocs of Terraform',
      caseText('tf-heredoc/role.tf'),
      [
        'data.aws_caller_identity.current.account_id',
        'var.region',
        'var.application_id',
        'var.region',
        'local.account_id',
        'var.application_id',
      ],
    ],
    [
      'functions in YAML',
      caseText('cfn-yaml/template.yaml'),
      [
        'AWS::AccountId',
        'AWS::Region',
        'App.ApplicationId',
        'AWS::Region',
        'AWS::AccountId',
        'App.ApplicationId',
      ],
    ],
    [
      'functions in JSON, as CDK prints them',
      JSON.stringify({
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              AssumeRolePolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { Service: 'application.qbusiness.amazonaws.com' },
                    Action: 'sts:AssumeRole',
                    Condition: {
                      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
                      ArnEquals: {
                        'aws:SourceArn': {
                          'Fn::Join': [
                            '',
                            [
                              'arn:',
                              { Ref: 'AWS::Partition' },
                              ':qbusiness:',
                              { 'Fn::GetAtt': ['App', 'Id'] },
                            ],
                          ],
                        },
                      },
                    },
                  },
                ],
              },
            },
          },
        },
      }),
      ['AWS::AccountId', 'AWS::Partition', 'App.Id'],
    ],
    [
      'variables of a shell',
      `cat > t.json <<EOF\n${JSON.stringify(chat).replaceAll('222233334444', '${ACCOUNT}').replaceAll('us-east-1', '$REGION')}\nEOF\n`,
      ['$REGION', '${ACCOUNT}'],
    ],
  ])('%s', (_, text, expected) => {
    expect(unknownIn(text)).toEqual(expected);
    expect(readPolicies(text).issues).toEqual([]);
  });

  test('but not what a quoted heredoc or an escape says', () => {
    const document = JSON.stringify(chat).replace('us-east-1', '$REGION');
    const [policy] = readPolicies(`cat > t.json <<'EOF'\n${document}\nEOF\n`).policies;
    expect(JSON.stringify(policy?.value)).toContain('$REGION');
    const sub =
      'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: sts:AssumeRole\n            Principal: {AWS: !Sub "arn:${!aws:username}"}\n';
    expect(unknownIn(sub)).toEqual([]);
  });
});

describe('what cannot be read gets one sentence', () => {
  test.each([
    ['the text output of the AWS CLI', caseText('cli-yaml/get-role.txt'), /--output json/],
    ['a table', `${'-'.repeat(40)}\n|  GetRole  |\n+---+\n|  Role  |\n`, /--output json/],
    ['the simulator', caseText('app-policy/simulate.json'), /simulator.*get-role/],
    ['Access Analyzer', caseText('app-policy/validate.json'), /Access Analyzer/],
    ['an event', '{"eventVersion":"1.11","eventName":"ChatSync"}', /CloudTrail/],
    ['get-application', '{"applicationId":"a","identityType":"ANONYMOUS"}', /qbusiness/],
    ['CDK', "import * as cdk from 'aws-cdk-lib';\nnew iam.Role(this, 'R');\n", /cdk synth/],
    [
      'Terraform without a document',
      'provider "aws" {\n  region = "us-east-1"\n}\n',
      /terraform show -json/,
    ],
    ['prose', 'Please have a look at our role.', /No policy document/],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', /No policy document/],
  ])('%s', (_, text, expected) => {
    const { remarks, issues, policies } = readPolicies(text);
    expect(policies).toEqual([]);
    expect(issues).toEqual([]);
    expect(remarks.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
  });
});
