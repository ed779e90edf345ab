import type { NewRolePlan, RolePlan } from '../qbusiness/plan';
import * as ts from '../syntax/typescript';
import { defineExporter } from './artifact';
import {
  includesWebExperience,
  templateDescription,
  wrongAccountMessage,
} from './cloudFormationTemplate';
import { FOLDER, loosePolicy } from './policyDocuments';

const CLASS = 'QBusinessAnonymousAccess';

/**
 * Level 1 constructs throughout: the statements of `iam.Role` carry no Sid in the trust policy, and
 * only documents passed as they are come out as they are.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CfnRole.html
 */
export const cdk = defineExporter({
  id: 'cdk',
  label: 'AWS CDK',
  summary:
    'A construct for AWS CDK v2 in TypeScript. It refuses a stack of another account, and creates what the CloudFormation template creates.',
  render: (plan) => [
    {
      path: `${FOLDER}/cdk/qbusinessAnonymousAccess.ts`,
      language: 'typescript',
      contents: constructFile(plan),
    },
  ],
});

function constructFile(plan: RolePlan): string {
  const isNew = plan.target === 'new-role';
  const blocks = [
    guard(plan),
    ...(isNew ? [roleStatements(plan)] : []),
    policyStatements(plan),
    ...(isNew && includesWebExperience(plan) ? [webExperienceStatements(plan)] : []),
    ...(isNew
      ? [
          `    this.roleArn = role.attrArn;\n${output('RoleArn', 'The ARN of the role.', 'this.roleArn')}`,
        ]
      : []),
  ];
  return [
    "import * as cdk from 'aws-cdk-lib';",
    "import * as iam from 'aws-cdk-lib/aws-iam';",
    ...(includesWebExperience(plan)
      ? ["import * as qbusiness from 'aws-cdk-lib/aws-qbusiness';"]
      : []),
    "import { Construct } from 'constructs';",
    '',
    ...(isNew
      ? [
          ts.printStatement(ts.literal(loosePolicy(plan.role.trustPolicy)), {
            name: 'trustPolicy',
          }),
          '',
        ]
      : []),
    ts.printStatement(ts.literal(loosePolicy(plan.permissionsPolicy.document)), {
      name: 'permissionsPolicy',
    }),
    '',
    `/** ${templateDescription(plan)}: \`new ${CLASS}(stack, 'QBusiness')\`. */`,
    `export class ${CLASS} extends Construct {`,
    ...(isNew ? ['  readonly roleArn: string;', ''] : []),
    '  constructor(scope: Construct, id: string) {',
    '    super(scope, id);',
    '',
    blocks.join('\n\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}

const statement = (value: ts.Expression, name?: string): string =>
  ts.printStatement(value, { indent: '    ', ...(name !== undefined && { name }) });

const THIS = ts.raw('this');

/** A stack of a known account fails in `cdk synth`, any other in CloudFormation. */
function guard(plan: RolePlan): string {
  const account = ts.quoteTypeScript(plan.accountId);
  const accountMatches = ts.call(
    'cdk.Fn.conditionEquals',
    ts.raw('cdk.Aws.ACCOUNT_ID'),
    plan.accountId,
  );
  const partitionMatches = ts.call(
    'cdk.Fn.conditionEquals',
    ts.raw('cdk.Aws.PARTITION'),
    plan.partition,
  );
  const assertion = (assert: ts.Expression, message: string) =>
    ts.object([
      ['assert', assert],
      ['assertDescription', message],
    ]);
  return [
    '    const { account } = cdk.Stack.of(this);',
    `    if (!cdk.Token.isUnresolved(account) && account !== ${account}) {`,
    `      throw new Error(`,
    `        ${ts.quoteTypeScript(wrongAccountMessage(plan))},`,
    '      );',
    '    }',
    statement(
      ts.construct(
        'cdk.CfnRule',
        THIS,
        'IntendedAccount',
        ts.object([['assertions', [assertion(accountMatches, wrongAccountMessage(plan))]]]),
      ),
    ),
    statement(
      ts.construct(
        'cdk.CfnCondition',
        THIS,
        'IsIntendedAccount',
        ts.object([
          ['expression', ts.call('cdk.Fn.conditionAnd', accountMatches, partitionMatches)],
        ]),
      ),
      'isIntendedAccount',
    ),
  ].join('\n');
}

const onlyThere = (name: string): string => `    ${name}.cfnOptions.condition = isIntendedAccount;`;

function roleStatements({ role }: NewRolePlan): string {
  const { permissionsBoundary, tags } = role;
  const properties: ts.ObjectEntry[] = [
    ['roleName', role.roleName],
    ['path', role.path],
    ['description', role.description],
    ['maxSessionDuration', role.maxSessionDuration],
  ];
  if (permissionsBoundary !== undefined) {
    properties.push(['permissionsBoundary', permissionsBoundary]);
  }
  properties.push(['assumeRolePolicyDocument', ts.raw('trustPolicy')]);
  if (tags.length > 0) {
    properties.push(['tags', tags.map(({ key, value }) => ts.literal({ key, value }))]);
  }
  return resource('role', 'iam.CfnRole', 'Role', properties);
}

const resource = (
  name: string,
  className: string,
  id: string,
  properties: readonly ts.ObjectEntry[],
): string =>
  `${statement(ts.construct(className, THIS, id, ts.object(properties)), name)}\n${onlyThere(name)}`;

function policyStatements(plan: RolePlan): string {
  const role = plan.target === 'new-role' ? ts.raw('role.ref') : plan.roleName;
  const { name, attachment } = plan.permissionsPolicy;
  const document = ['policyDocument', ts.raw('permissionsPolicy')] as const;
  return attachment === 'inline'
    ? resource('policy', 'iam.CfnRolePolicy', 'RolePolicy', [
        ['roleName', role],
        ['policyName', name],
        document,
      ])
    : resource('policy', 'iam.CfnManagedPolicy', 'ManagedPolicy', [
        ['managedPolicyName', name],
        ['roles', [role]],
        document,
      ]);
}

function webExperienceStatements({ template }: NewRolePlan): string {
  const origins = template.accessMode === 'web-experience' ? template.origins : [];
  const properties: ts.ObjectEntry[] = [
    ['applicationId', template.applicationIds[0]],
    ['roleArn', ts.raw('role.attrArn')],
  ];
  if (origins.length > 0) properties.push(['origins', origins]);
  return [
    resource('webExperience', 'qbusiness.CfnWebExperience', 'WebExperience', properties),
    '    webExperience.addDependency(policy);',
    output('WebExperienceId', 'The ID of the web experience.', 'webExperience.attrWebExperienceId'),
    output(
      'DefaultEndpoint',
      'The address of the web experience.',
      'webExperience.attrDefaultEndpoint',
    ),
  ].join('\n');
}

const output = (id: string, description: string, value: string): string =>
  statement(
    ts.construct(
      'cdk.CfnOutput',
      THIS,
      id,
      ts.object([
        ['condition', ts.raw('isIntendedAccount')],
        ['description', description],
        ['value', ts.raw(value)],
      ]),
    ),
  );
