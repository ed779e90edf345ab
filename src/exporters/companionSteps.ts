import { awsCommand, type HandoverStep } from '../qbusiness/command';
import type { CompanionPolicy } from '../qbusiness/companions';
import type { RolePlan } from '../qbusiness/plan';
import { companionHolder } from './companionHolder';
import { companionPath } from './policyDocuments';

/** The name of a companion policy as an inline policy of a role or user. */
export const companionPolicyName = ({ id }: Pick<CompanionPolicy, 'id'>): string =>
  `QBusinessAnonymous-${id}`;

/**
 * How a companion policy is attached, with the command where the plan knows its holder.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/put-role-policy.html
 * @see https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-endpoint.html
 */
export function companionSteps(
  plan: RolePlan,
  companion: CompanionPolicy,
): readonly HandoverStep[] {
  const holder = companionHolder(plan, companion);
  const policyDocument = `file://${companionPath(companion)}`;
  switch (holder.kind) {
    case 'role':
    case 'user':
      return [
        {
          text:
            holder.accountId === plan.accountId
              ? `Add the policy to the ${holder.kind} ${holder.name}.`
              : `With credentials of account ${holder.accountId}: add the policy to the ${holder.kind} ${holder.name}.`,
          command: awsCommand(['iam', `put-${holder.kind}-policy`], {
            [`--${holder.kind}-name`]: holder.name,
            '--policy-name': companionPolicyName(companion),
            '--policy-document': policyDocument,
          }),
        },
      ];
    case 'vpc-endpoint':
      return endpointSteps(plan, holder.ids, policyDocument);
    case 'unknown':
      return [
        {
          text: `Add the policy to the role or user of ${companion.holder}: in the IAM console choose “Create inline policy” and paste ${companionPath(companion)}.`,
        },
      ];
  }
}

function endpointSteps(
  { region, template }: RolePlan,
  ids: readonly string[],
  policyDocument: string,
): readonly HandoverStep[] {
  const vpcs =
    template.accessMode === 'api-only' && template.network?.limit === 'vpc'
      ? template.network.values
      : [];
  if (ids.length === 0) {
    return [
      {
        text: 'Find the endpoint; then enter its ID in the form, or set its policy in the VPC console.',
        command: awsCommand(['ec2', 'describe-vpc-endpoints'], {
          '--region': region,
          '--filters': [
            `Name=service-name,Values=aws.api.${region}.qbusiness`,
            `Name=vpc-id,Values=${vpcs.join(',')}`,
          ],
        }),
      },
    ];
  }
  return ids.map((id) => ({
    text: `Set the policy of the endpoint ${id}; it replaces the policy that the endpoint has.`,
    command: awsCommand(['ec2', 'modify-vpc-endpoint'], {
      '--region': region,
      '--vpc-endpoint-id': id,
      '--policy-document': policyDocument,
    }),
  }));
}
