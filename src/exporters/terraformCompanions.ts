import type { CompanionPolicy } from '../qbusiness/companions';
import type { RolePlan } from '../qbusiness/plan';
import * as hcl from '../syntax/hcl';
import { companionHolder } from './companionHolder';
import { companionPolicyName } from './companionSteps';
import { terraformDocument, type TerraformDocument } from './terraformDocument';

/** Every companion policy as an output, and attached where a variable asks for it. */
export const terraformCompanions = (plan: RolePlan): readonly hcl.BodyItem[] => [
  hcl.comment('Policies that others need. Nothing is attached unless a variable says so.'),
  ...plan.companions.flatMap((companion) => companionItems(plan, companion)),
];

function companionItems(plan: RolePlan, companion: CompanionPolicy): readonly hcl.BodyItem[] {
  const name = companion.id.replaceAll('-', '_');
  const document = terraformDocument(name, companion.document);
  return [
    hcl.comment(`${companion.title}: ${companion.holder}.\n${companion.because}`),
    ...document.items,
    hcl.block('output', [`${name}_policy`], [hcl.attribute('value', document.reference)]),
    ...attachment(plan, companion, name, document),
  ];
}

function attachment(
  plan: RolePlan,
  companion: CompanionPolicy,
  name: string,
  { reference }: TerraformDocument,
): readonly hcl.BodyItem[] {
  const holder = companionHolder(plan, companion);
  const policy = [
    hcl.attribute('name', companionPolicyName(companion)),
    hcl.attribute('policy', reference),
  ];
  switch (holder.kind) {
    case 'vpc-endpoint':
      return [
        variable(
          'vpc_endpoint_ids',
          'The endpoints whose policy becomes this one; it replaces the policy that they have.',
          'set(string)',
          [],
        ),
        hcl.block(
          'resource',
          ['aws_vpc_endpoint_policy', name],
          [
            hcl.attribute('for_each', hcl.raw('var.vpc_endpoint_ids')),
            hcl.attribute('vpc_endpoint_id', hcl.raw('each.value')),
            hcl.attribute('policy', reference),
          ],
        ),
      ];
    case 'role':
    case 'user': {
      if (holder.accountId !== plan.accountId) return [];
      const switchName = `attach_${name}_policy`;
      return [
        variable(
          switchName,
          `Whether to add the policy to the ${holder.kind} ${holder.name}.`,
          'bool',
          false,
        ),
        hcl.block(
          'resource',
          [`aws_iam_${holder.kind}_policy`, name],
          [
            hcl.attribute('count', hcl.raw(`var.${switchName} ? 1 : 0`)),
            hcl.attribute(holder.kind, holder.name),
            ...policy,
          ],
        ),
      ];
    }
    case 'unknown': {
      const roleName = `${name}_role_name`;
      return [
        variable(
          roleName,
          `The role to add the policy to: of ${companion.holder}.`,
          'string',
          null,
        ),
        hcl.block(
          'resource',
          ['aws_iam_role_policy', name],
          [
            hcl.attribute('count', hcl.raw(`var.${roleName} == null ? 0 : 1`)),
            hcl.attribute('role', hcl.raw(`var.${roleName}`)),
            ...policy,
          ],
        ),
      ];
    }
  }
}

const variable = (name: string, description: string, type: string, fallback: hcl.Expression) =>
  hcl.block(
    'variable',
    [name],
    [
      hcl.attribute('description', description),
      hcl.attribute('type', hcl.raw(type)),
      hcl.attribute('default', fallback),
    ],
  );
