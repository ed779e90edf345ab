import type { NewRolePlan, RolePlan } from '../qbusiness/plan';
import { printJson, quoteJson } from '../syntax/json';
import { defineExporter } from './artifact';
import {
  includesWebExperience,
  templateDescription,
  wrongAccountMessage,
} from './cloudFormationTemplate';
import { FOLDER, loosePolicy } from './policyDocuments';

const CLASS = 'QBusinessAnonymousAccess';

/**
 * Uses level 1 constructs only: `iam.Role` would change the documents, for example drop the Sid of the
 * trust policy. Values are printed as JSON, which is valid TypeScript.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CfnRole.html
 */
export const cdk = defineExporter({
  id: 'cdk',
  label: 'AWS CDK',
  summary:
    'A construct for AWS CDK v2 in TypeScript. It refuses a stack of another account, and makes what the CloudFormation template makes.',
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
  const hasWebExperience = isNew && includesWebExperience(plan);
  const blocks = [
    guard(plan),
    ...(isNew ? [roleStatement()] : []),
    policyStatement(plan),
    ...(hasWebExperience ? [webExperienceStatements(plan)] : []),
    ...(isNew
      ? [
          `    this.roleArn = role.attrArn;\n${output('RoleArn', 'The ARN of the role.', 'role.attrArn')}`,
        ]
      : []),
  ];
  return `import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
${hasWebExperience ? "import * as qbusiness from 'aws-cdk-lib/aws-qbusiness';\n" : ''}import { Construct } from 'constructs';

${isNew ? `${constant('trustPolicy', loosePolicy(plan.role.trustPolicy))}\n` : ''}${constant(
    'permissionsPolicy',
    loosePolicy(plan.permissionsPolicy.document),
  )}${isNew ? `\n${constant('roleSettings', roleSettings(plan))}` : ''}
/** ${templateDescription(plan)}: \`new ${CLASS}(stack, 'QBusiness')\`. */
export class ${CLASS} extends Construct {
${isNew ? '  readonly roleArn: string;\n\n' : ''}  constructor(scope: Construct, id: string) {
    super(scope, id);

${blocks.join('\n\n')}
  }
}
`;
}

const constant = (name: string, value: unknown): string =>
  `const ${name} = ${printJson(value).trimEnd()};\n`;

function roleSettings({ role }: NewRolePlan) {
  const { roleName, path, description, maxSessionDuration, permissionsBoundary, tags } = role;
  return {
    roleName,
    path,
    description,
    maxSessionDuration,
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ key, value })) }),
  };
}

/** The check of the account: fails in `cdk synth` if the stack's account is known there, else at deployment. */
function guard(plan: RolePlan): string {
  const account = quoteJson(plan.accountId);
  const message = quoteJson(wrongAccountMessage(plan));
  return `    const { account } = cdk.Stack.of(this);
    if (!cdk.Token.isUnresolved(account) && account !== ${account}) {
      throw new Error(${message});
    }
    const accountMatches = cdk.Fn.conditionEquals(cdk.Aws.ACCOUNT_ID, ${account});
    new cdk.CfnRule(this, 'IntendedAccount', {
      assertions: [{ assert: accountMatches, assertDescription: ${message} }],
    });
    const partitionMatches = cdk.Fn.conditionEquals(cdk.Aws.PARTITION, ${quoteJson(plan.partition)});
    const isIntendedAccount = new cdk.CfnCondition(this, 'IsIntendedAccount', {
      expression: cdk.Fn.conditionAnd(accountMatches, partitionMatches),
    });`;
}

const resource = (
  name: string,
  className: string,
  id: string,
  properties: readonly string[],
): string => `    const ${name} = new ${className}(this, '${id}', {
${properties.map((property) => `      ${property},\n`).join('')}    });
    ${name}.cfnOptions.condition = isIntendedAccount;`;

const roleStatement = (): string =>
  resource('role', 'iam.CfnRole', 'Role', [
    '...roleSettings',
    'assumeRolePolicyDocument: trustPolicy',
  ]);

function policyStatement(plan: RolePlan): string {
  const role = plan.target === 'new-role' ? 'role.ref' : quoteJson(plan.roleName);
  const name = quoteJson(plan.permissionsPolicy.name);
  return plan.permissionsPolicy.attachment === 'inline'
    ? resource('policy', 'iam.CfnRolePolicy', 'RolePolicy', [
        `roleName: ${role}`,
        `policyName: ${name}`,
        'policyDocument: permissionsPolicy',
      ])
    : resource('policy', 'iam.CfnManagedPolicy', 'ManagedPolicy', [
        `managedPolicyName: ${name}`,
        `roles: [${role}]`,
        'policyDocument: permissionsPolicy',
      ]);
}

function webExperienceStatements({ template }: NewRolePlan): string {
  const origins = template.accessMode === 'web-experience' ? template.origins : [];
  return [
    resource('webExperience', 'qbusiness.CfnWebExperience', 'WebExperience', [
      `applicationId: ${quoteJson(template.applicationIds[0])}`,
      'roleArn: role.attrArn',
      ...(origins.length > 0 ? [`origins: [${origins.map(quoteJson).join(', ')}]`] : []),
    ]),
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
  `    new cdk.CfnOutput(this, '${id}', {
      condition: isIntendedAccount,
      description: '${description}',
      value: ${value},
    });`;
