import type { Artifact } from '../exporters/artifact';
import { loosePolicy } from '../exporters/policyDocuments';
import { managedPolicyArn } from '../exporters/roleCommands';
import { terraformRequirements } from '../exporters/terraform';
import type { RolePlan } from '../qbusiness/plan';
import * as hcl from '../syntax/hcl';
import type { AccountPlans } from './accounts';
import type { BatchPrinter } from './batchPrinter';

/** The folder of the module that every account's root calls. */
const MODULE_FOLDER = 'modules/anonymous-role';

/**
 * A root module for one account, with a state of its own: Terraform starts a process for each
 * provider, so that one root for many accounts would need many of them.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
export function terraformRoot(
  { accountId, plans }: AccountPlans,
  printer: BatchPrinter,
): readonly Artifact[] {
  const file = (name: string, contents: string): Artifact => ({
    path: `${accountId}/terraform/${name}`,
    language: 'hcl',
    contents,
  });
  return [
    file('main.tf', hcl.printHcl(mainFile(accountId, plans))),
    file('roles.tf', rolesFile(plans, printer)),
    file('import.tf', hcl.printHcl(importFile(plans))),
  ];
}

function mainFile(accountId: string, plans: readonly RolePlan[]): readonly hcl.BodyItem[] {
  return [
    hcl.comment(
      `Run terraform init and terraform apply here, with credentials of account ${accountId}.`,
    ),
    terraformRequirements,
    hcl.block(
      'provider',
      ['aws'],
      [
        hcl.attribute('region', plans[0]?.region ?? 'us-east-1'),
        hcl.attribute('allowed_account_ids', [accountId]),
      ],
    ),
    hcl.block(
      'module',
      ['roles'],
      [
        hcl.attribute('source', `../../${MODULE_FOLDER}`),
        hcl.attribute('roles', hcl.raw('local.roles')),
      ],
    ),
    hcl.block('output', ['role_arns'], [hcl.attribute('value', hcl.raw('module.roles.role_arns'))]),
  ];
}

/** The key of a plan in the map of its account: what no other plan of the account has. */
const roleKey = (plan: RolePlan): string =>
  plan.target === 'new-role' ? plan.roleName : `${plan.roleName}/${plan.permissionsPolicy.name}`;

function rolesFile(plans: readonly RolePlan[], printer: BatchPrinter): string {
  const entries = plans.map((plan) => printer.text(plan, 'entry of roles.tf', roleEntry));
  return `${rolesHead}${entries.join('')}${rolesTail}`;
}

const rolesHead = `${hcl.printHcl([
  hcl.comment(
    'One entry a role. An entry that is taken out stops terraform apply at prevent_destroy, since its role may be in use.',
  ),
])}locals {
  roles = {
`;
const rolesTail = `  }
}
`;

/** The entry of a plan as it stands in the map: each takes lines of its own. */
function roleEntry(plan: RolePlan): string {
  const roles = hcl.attribute('roles', hcl.object([[roleKey(plan), roleObject(plan)]]));
  const lines = hcl.printHcl([hcl.block('locals', [], [roles])]).split('\n');
  return lines
    .slice(2, -3)
    .map((line) => `${line}\n`)
    .join('');
}

function roleObject(plan: RolePlan): hcl.Expression {
  const { name, attachment, document } = plan.permissionsPolicy;
  const json = (value: object) => hcl.call('jsonencode', hcl.literal(value));
  return hcl.object([
    ['role_name', plan.roleName],
    ...(plan.target === 'new-role'
      ? settings(plan.role, json(loosePolicy(plan.role.trustPolicy)))
      : []),
    ['policy_name', name],
    ['managed', attachment === 'managed'],
    ['permissions_policy', json(loosePolicy(document))],
  ]);
}

const settings = (
  role: Extract<RolePlan, { target: 'new-role' }>['role'],
  trustPolicy: hcl.Expression,
): hcl.ObjectExpression['entries'] => [
  ['path', role.path],
  ['description', role.description],
  ['max_session_duration', role.maxSessionDuration],
  ...(role.permissionsBoundary === undefined
    ? []
    : [['permissions_boundary', role.permissionsBoundary] as const]),
  ...(role.tags.length === 0
    ? []
    : [['tags', hcl.object(role.tags.map(({ key, value }) => [key, value] as const))] as const]),
  ['trust_policy', trustPolicy],
];

/** @see https://developer.hashicorp.com/terraform/language/import */
function importFile(plans: readonly RolePlan[]): readonly hcl.BodyItem[] {
  const some = (test: (plan: RolePlan) => boolean) => plans.some(test);
  return [
    hcl.comment(
      'For roles and policies that exist: name the keys of roles.tf, and Terraform takes them over instead of creating them.',
    ),
    keysVariable('existing_roles', 'Keys of the roles that exist.'),
    keysVariable('existing_policies', 'Keys of the roles whose permissions policy exists.'),
    ...(some(({ target }) => target === 'new-role')
      ? [importBlock('existing_roles', 'aws_iam_role', 'local.roles[each.key].role_name')]
      : []),
    ...(some(isInline)
      ? [
          importBlock(
            'existing_policies',
            'aws_iam_role_policy',
            '"${local.roles[each.key].role_name}:${local.roles[each.key].policy_name}"',
            '!local.roles[key].managed',
          ),
        ]
      : []),
    ...(some((plan) => !isInline(plan)) ? [managedImport(plans)] : []),
  ];
}

const isInline = ({ permissionsPolicy }: RolePlan): boolean =>
  permissionsPolicy.attachment === 'inline';

const keysVariable = (name: string, description: string): hcl.Block =>
  hcl.block(
    'variable',
    [name],
    [
      hcl.attribute('description', description),
      hcl.attribute('type', hcl.raw('set(string)')),
      hcl.attribute('default', []),
    ],
  );

const importBlock = (variable: string, type: string, id: string, condition?: string): hcl.Block =>
  hcl.block(
    'import',
    [],
    [
      hcl.attribute(
        'for_each',
        hcl.raw(
          condition === undefined
            ? `var.${variable}`
            : `toset([for key in var.${variable} : key if ${condition}])`,
        ),
      ),
      hcl.attribute('to', hcl.raw(`module.roles.${type}.this[each.key]`)),
      hcl.attribute('id', hcl.raw(id)),
    ],
  );

/** The ARN of a managed policy is made from the account and the partition, which all rows share. */
function managedImport(plans: readonly RolePlan[]): hcl.Block {
  const managed = plans.find((plan) => !isInline(plan));
  const arn = managed === undefined ? '' : managedPolicyArn(managed);
  const prefix = arn.slice(0, arn.lastIndexOf('/') + 1);
  return importBlock(
    'existing_policies',
    'aws_iam_policy',
    `"${prefix}\${local.roles[each.key].policy_name}"`,
    'local.roles[key].managed',
  );
}

/** The role that is created here, so that it comes first; else the name of one that exists. */
const roleOfPolicy = hcl.raw(
  'each.value.trust_policy == null ? each.value.role_name : aws_iam_role.this[each.key].name',
);

/** The module that every root calls: the same for all accounts. */
export const terraformModule: Artifact = {
  path: `${MODULE_FOLDER}/main.tf`,
  language: 'hcl',
  contents: hcl.printHcl([
    hcl.comment('Roles for anonymous access to Amazon Q Business, and their permissions policies.'),
    terraformRequirements,
    hcl.block(
      'variable',
      ['roles'],
      [
        hcl.attribute(
          'description',
          'By key. Without a trust policy the role exists and gets the policy only.',
        ),
        hcl.attribute('type', hcl.raw(roleType())),
      ],
    ),
    hcl.block(
      'resource',
      ['aws_iam_role', 'this'],
      [
        forEach('role.trust_policy != null'),
        ...['path', 'description', 'max_session_duration', 'permissions_boundary', 'tags'].map(
          (name) => hcl.attribute(name, hcl.raw(`each.value.${name}`)),
        ),
        hcl.attribute('name', hcl.raw('each.value.role_name')),
        hcl.attribute('assume_role_policy', hcl.raw('each.value.trust_policy')),
        hcl.block(
          'lifecycle',
          [],
          [
            hcl.comment(
              'A web experience or a caller may be using the role. Take this line out to delete it.',
            ),
            hcl.attribute('prevent_destroy', true),
          ],
        ),
      ],
    ),
    hcl.block(
      'resource',
      ['aws_iam_role_policy', 'this'],
      [
        forEach('!role.managed'),
        hcl.attribute('name', hcl.raw('each.value.policy_name')),
        hcl.attribute('role', roleOfPolicy),
        hcl.attribute('policy', hcl.raw('each.value.permissions_policy')),
      ],
    ),
    hcl.block(
      'resource',
      ['aws_iam_policy', 'this'],
      [
        forEach('role.managed'),
        hcl.attribute('name', hcl.raw('each.value.policy_name')),
        hcl.attribute('policy', hcl.raw('each.value.permissions_policy')),
      ],
    ),
    hcl.block(
      'resource',
      ['aws_iam_role_policy_attachment', 'this'],
      [
        forEach('role.managed'),
        hcl.attribute('role', roleOfPolicy),
        hcl.attribute('policy_arn', hcl.raw('aws_iam_policy.this[each.key].arn')),
      ],
    ),
    hcl.block(
      'output',
      ['role_arns'],
      [hcl.attribute('value', hcl.raw('{ for key, role in aws_iam_role.this : key => role.arn }'))],
    ),
  ]),
};

function forEach(condition: string): hcl.Attribute {
  return hcl.attribute(
    'for_each',
    hcl.raw(`{ for key, role in var.roles : key => role if ${condition} }`),
  );
}

function roleType(): string {
  const members: readonly (readonly [name: string, type: string])[] = [
    ['role_name', 'string'],
    ['path', 'optional(string)'],
    ['description', 'optional(string)'],
    ['max_session_duration', 'optional(number)'],
    ['permissions_boundary', 'optional(string)'],
    ['tags', 'optional(map(string))'],
    ['trust_policy', 'optional(string)'],
    ['policy_name', 'string'],
    ['managed', 'bool'],
    ['permissions_policy', 'string'],
  ];
  const width = Math.max(...members.map(([name]) => name.length));
  const lines = members.map(([name, type]) => `    ${name.padEnd(width)} = ${type}\n`);
  return `map(object({\n${lines.join('')}  }))`;
}
