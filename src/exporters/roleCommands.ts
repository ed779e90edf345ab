import { DEFAULT_MAX_SESSION_DURATION, type RoleDefinition, type Tag } from '../iam/role';
import { awsCommand, type HandoverStep } from '../qbusiness/command';
import type { RolePlan } from '../qbusiness/plan';
import { permissionsPolicyPath, trustPolicyPath } from './policyDocuments';

/** A step with a command. */
export type CommandStep = HandoverStep & Required<Pick<HandoverStep, 'command'>>;

/**
 * The commands that create the role, or add the policy to the role that exists. They run in the
 * folder that holds `policies`.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/create-role.html
 */
export function roleCommands(plan: RolePlan): readonly CommandStep[] {
  return [...(plan.target === 'new-role' ? createRole(plan) : []), ...attachPolicy(plan)];
}

function createRole(plan: Extract<RolePlan, { target: 'new-role' }>): readonly CommandStep[] {
  return [
    {
      text: 'Create the role with its trust policy.',
      command: awsCommand(['iam', 'create-role'], {
        '--role-name': plan.role.roleName,
        '--assume-role-policy-document': `file://${trustPolicyPath(plan)}`,
        ...roleOptions(plan.role),
      }),
    },
    {
      text: 'Wait until the role exists.',
      command: awsCommand(['iam', 'wait', 'role-exists'], { '--role-name': plan.role.roleName }),
    },
  ];
}

/** The options of `create-role`; IAM's defaults are left out. */
function roleOptions(
  role: RoleDefinition,
): Readonly<Record<`--${string}`, string | readonly string[] | undefined>> {
  return {
    '--path': role.path === '/' ? undefined : role.path,
    '--description': role.description,
    '--max-session-duration':
      role.maxSessionDuration === DEFAULT_MAX_SESSION_DURATION
        ? undefined
        : String(role.maxSessionDuration),
    '--permissions-boundary': role.permissionsBoundary,
    '--tags': role.tags.length === 0 ? undefined : tagWords(role.tags),
  };
}

/** Tag texts that are safe in the AWS CLI's shorthand syntax. */
const plainTagText = /^[\p{L}\p{N}_./+-][\p{L}\p{N} _./+-]*$|^$/u;

/**
 * Tags in the AWS CLI's shorthand where that is safe, else as JSON. The space after the bracket
 * lets Windows PowerShell quote the word as a whole.
 *
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function tagWords(tags: readonly Tag[]): readonly string[] {
  const isPlain = tags.every(
    ({ key, value }) => plainTagText.test(key) && plainTagText.test(value),
  );
  return isPlain
    ? tags.map(({ key, value }) => `Key=${key},Value=${value}`)
    : [
        `[ ${tags.map(({ key, value }) => JSON.stringify({ Key: key, Value: value })).join(', ')} ]`,
      ];
}

/** The ARN of the managed policy that a plan creates. */
export const managedPolicyArn = ({ partition, accountId, permissionsPolicy }: RolePlan) =>
  `arn:${partition}:iam::${accountId}:policy/${permissionsPolicy.name}` as const;

function attachPolicy(plan: RolePlan): readonly CommandStep[] {
  const { name, attachment } = plan.permissionsPolicy;
  const policyDocument = `file://${permissionsPolicyPath(plan)}`;
  if (attachment === 'inline') {
    return [
      {
        text: 'Add the permissions policy to the role as an inline policy.',
        command: awsCommand(['iam', 'put-role-policy'], {
          '--role-name': plan.roleName,
          '--policy-name': name,
          '--policy-document': policyDocument,
        }),
      },
    ];
  }
  return [
    {
      text: 'Create the permissions policy.',
      command: awsCommand(['iam', 'create-policy'], {
        '--policy-name': name,
        '--policy-document': policyDocument,
      }),
    },
    {
      text: 'Attach the permissions policy to the role.',
      command: awsCommand(['iam', 'attach-role-policy'], {
        '--role-name': plan.roleName,
        '--policy-arn': managedPolicyArn(plan),
      }),
    },
  ];
}
