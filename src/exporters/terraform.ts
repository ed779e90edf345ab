import type { NamedPolicy } from '../iam/role';
import type { NewRolePlan, RolePlan } from '../qbusiness/plan';
import * as hcl from '../syntax/hcl';
import { defineExporter, type Artifact } from './artifact';
import { FOLDER } from './policyDocuments';
import { managedPolicyArn } from './roleCommands';
import { terraformCompanions } from './terraformCompanions';
import { terraformDocument } from './terraformDocument';

/** The name of every resource in the files. */
const NAME = 'qbusiness_anonymous';

const address = (type: string) => `${type}.${NAME}` as const;

/** The versions that the configuration needs, for its root module. */
export const terraformRequirements: hcl.BodyItem = hcl.block(
  'terraform',
  [],
  [
    hcl.attribute('required_version', '>= 1.7'),
    hcl.block(
      'required_providers',
      [],
      [
        hcl.attribute(
          'aws',
          hcl.object([
            ['source', 'hashicorp/aws'],
            ['version', '>= 5.68'],
          ]),
        ),
      ],
    ),
  ],
);

/**
 * `providers.tf` apart from `main.tf`, so that `main.tf` alone is a module; `import` blocks are
 * allowed in a root module only.
 */
export const terraform = defineExporter({
  id: 'terraform',
  label: 'Terraform',
  summary:
    'Run terraform init and terraform apply in policies/terraform. A plan with credentials of another account fails.',
  render: (plan) => [
    file('main.tf', mainFile(plan)),
    file('providers.tf', providersFile(plan)),
    file('import.tf', importFile(plan)),
    ...(plan.companions.length === 0 ? [] : [file('companions.tf', terraformCompanions(plan))]),
  ],
});

const file = (name: string, body: readonly hcl.BodyItem[]): Artifact => ({
  path: `${FOLDER}/terraform/${name}`,
  language: 'hcl',
  contents: hcl.printHcl(body),
});

function providersFile({ region, companions }: RolePlan): readonly hcl.BodyItem[] {
  const files = companions.length === 0 ? 'main.tf is' : 'main.tf and companions.tf are';
  return [
    hcl.comment(`For terraform apply in this folder. ${files} a module as well: put them into a`),
    hcl.comment('folder of their own, without this file and import.tf, and call that folder:'),
    hcl.comment(`  module "${NAME}" { source = "./${NAME}" }`),
    hcl.comment('The module takes the provider of its caller, and needs the versions below.'),
    terraformRequirements,
    hcl.block('provider', ['aws'], [hcl.attribute('region', region)]),
  ];
}

function mainFile(plan: RolePlan): readonly hcl.BodyItem[] {
  const permissions = terraformDocument('permissions', plan.permissionsPolicy.document);
  const guard = guardOf(plan);
  return [
    hcl.block('data', ['aws_caller_identity', 'current'], []),
    hcl.block('data', ['aws_partition', 'current'], []),
    ...(plan.target === 'new-role' ? roleItems(plan, guard) : []),
    ...permissions.items,
    ...policyItems(plan, permissions.reference, plan.target === 'new-role' ? [] : [guard]),
  ];
}

function roleItems({ role, roleName }: NewRolePlan, guard: hcl.BodyItem): readonly hcl.BodyItem[] {
  const trust = terraformDocument('trust', role.trustPolicy);
  return [
    ...trust.items,
    hcl.block(
      'resource',
      ['aws_iam_role', NAME],
      [
        hcl.attribute('name', roleName),
        hcl.attribute('path', role.path),
        hcl.attribute('description', role.description),
        hcl.attribute('max_session_duration', role.maxSessionDuration),
        ...(role.permissionsBoundary === undefined
          ? []
          : [hcl.attribute('permissions_boundary', role.permissionsBoundary)]),
        hcl.attribute('assume_role_policy', trust.reference),
        ...(role.tags.length === 0
          ? []
          : [
              hcl.attribute(
                'tags',
                hcl.object(role.tags.map(({ key, value }) => [key, value] as const)),
              ),
            ]),
        guard,
      ],
    ),
    hcl.block(
      'output',
      ['role_arn'],
      [hcl.attribute('value', hcl.raw(`${address('aws_iam_role')}.arn`))],
    ),
  ];
}

function policyItems(
  plan: RolePlan,
  document: hcl.Expression,
  guard: readonly hcl.BodyItem[],
): readonly hcl.BodyItem[] {
  const role =
    plan.target === 'new-role' ? hcl.raw(`${address('aws_iam_role')}.name`) : plan.roleName;
  const { name, attachment }: NamedPolicy = plan.permissionsPolicy;
  if (attachment === 'inline') {
    return [
      hcl.block(
        'resource',
        ['aws_iam_role_policy', NAME],
        [
          hcl.attribute('name', name),
          hcl.attribute('role', role),
          hcl.attribute('policy', document),
          ...guard,
        ],
      ),
    ];
  }
  return [
    hcl.block(
      'resource',
      ['aws_iam_policy', NAME],
      [hcl.attribute('name', name), hcl.attribute('policy', document), ...guard],
    ),
    hcl.block(
      'resource',
      ['aws_iam_role_policy_attachment', NAME],
      [
        hcl.attribute('role', role),
        hcl.attribute('policy_arn', hcl.raw(`${address('aws_iam_policy')}.arn`)),
      ],
    ),
  ];
}

/** A check that fails `terraform plan` if the credentials belong to another account. */
function guardOf({ accountId, partition }: RolePlan): hcl.Block {
  const account = 'data.aws_caller_identity.current.account_id';
  const currentPartition = 'data.aws_partition.current.partition';
  return hcl.block(
    'lifecycle',
    [],
    [
      hcl.block(
        'precondition',
        [],
        [
          hcl.attribute('condition', hcl.raw(`${account} == ${hcl.quoteHcl(accountId)}`)),
          hcl.attribute(
            'error_message',
            hcl.template(
              `This role is for account ${accountId}, and these are credentials of account `,
              hcl.raw(account),
              '.',
            ),
          ),
        ],
      ),
      hcl.block(
        'precondition',
        [],
        [
          hcl.attribute('condition', hcl.raw(`${currentPartition} == ${hcl.quoteHcl(partition)}`)),
          hcl.attribute(
            'error_message',
            hcl.template(
              `This role is for the partition ${partition}, and the provider works in `,
              hcl.raw(currentPartition),
              '.',
            ),
          ),
        ],
      ),
    ],
  );
}

/** Import blocks, off by default: importing resources that do not exist fails the plan. */
function importFile(plan: RolePlan): readonly hcl.BodyItem[] {
  const { name, attachment } = plan.permissionsPolicy;
  return [
    hcl.comment(
      'For what the account has already: terraform apply -var NAME=true takes it over instead of creating it.',
    ),
    hcl.comment(
      `Import blocks belong to the root module. Where main.tf is the module "${NAME}", put them`,
    ),
    hcl.comment(`there, each with module.${NAME} before its address in "to".`),
    ...(plan.target === 'new-role'
      ? importItems(
          'role_exists',
          `Whether the role ${plan.roleName} exists: Terraform takes it over and changes it to what is described here.`,
          address('aws_iam_role'),
          plan.roleName,
        )
      : []),
    ...importItems(
      'policy_exists',
      attachment === 'inline'
        ? `Whether the role has an inline policy ${name} already.`
        : `Whether the account has a managed policy ${name} already.`,
      attachment === 'inline' ? address('aws_iam_role_policy') : address('aws_iam_policy'),
      attachment === 'inline' ? `${plan.roleName}:${name}` : managedPolicyArn(plan),
    ),
  ];
}

function importItems(
  variable: string,
  description: string,
  to: string,
  id: string,
): readonly hcl.BodyItem[] {
  return [
    hcl.block(
      'variable',
      [variable],
      [
        hcl.attribute('description', description),
        hcl.attribute('type', hcl.raw('bool')),
        hcl.attribute('default', false),
      ],
    ),
    hcl.block(
      'import',
      [],
      [
        hcl.attribute('for_each', hcl.raw(`var.${variable} ? toset([${hcl.quoteHcl(id)}]) : []`)),
        hcl.attribute('to', hcl.raw(to)),
        hcl.attribute('id', hcl.raw('each.value')),
      ],
    ),
  ];
}
