import { quotas } from '../iam/quotas';
import { awsCommand, type HandoverStep } from '../qbusiness/command';
import type { NewRolePlan, RolePlan } from '../qbusiness/plan';
import { permissionsPolicyPath, trustPolicyPath } from './policyDocuments';
import { managedPolicyArn, tagWords } from './roleCommands';
import { countWord } from '../words/counts';

const mostVersions = countWord(quotas.versionsOfManagedPolicy.maximum);

/**
 * The commands that update an existing role to the plan, in the folder that contains `policies`. Name
 * and path of the role and its other policies stay as they are.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
export function updateCommands(plan: RolePlan): readonly HandoverStep[] {
  return [
    ...(plan.target === 'new-role' ? updateRole(plan) : []),
    ...updatePolicy(plan),
    ...plan.handover,
  ];
}

function updateRole(plan: NewRolePlan): readonly HandoverStep[] {
  const { role } = plan;
  const target = { '--role-name': role.roleName } as const;
  return [
    {
      text: 'Replace the trust policy.',
      command: awsCommand(['iam', 'update-assume-role-policy'], {
        ...target,
        '--policy-document': `file://${trustPolicyPath(plan)}`,
      }),
    },
    {
      text: 'Set the description and the maximum session duration.',
      command: awsCommand(['iam', 'update-role'], {
        ...target,
        '--description': role.description,
        '--max-session-duration': String(role.maxSessionDuration),
      }),
    },
    ...(role.permissionsBoundary === undefined
      ? []
      : [
          {
            text: 'Set the permissions boundary.',
            command: awsCommand(['iam', 'put-role-permissions-boundary'], {
              ...target,
              '--permissions-boundary': role.permissionsBoundary,
            }),
          },
        ]),
    ...(role.tags.length === 0
      ? []
      : [
          {
            text: 'Set the tags. Tags with other keys stay.',
            command: awsCommand(['iam', 'tag-role'], { ...target, '--tags': tagWords(role.tags) }),
          },
        ]),
  ];
}

function updatePolicy(plan: RolePlan): readonly HandoverStep[] {
  const { name, attachment } = plan.permissionsPolicy;
  const policyDocument = `file://${permissionsPolicyPath(plan)}`;
  if (attachment === 'inline') {
    return [
      {
        text: 'Replace the inline policy, or add it.',
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
      text: `Create a version of the managed policy and make it the default. IAM keeps ${mostVersions} versions: delete an old one if there are ${mostVersions}.`,
      command: awsCommand(['iam', 'create-policy-version'], {
        '--policy-arn': managedPolicyArn(plan),
        '--policy-document': policyDocument,
        '--set-as-default': [],
      }),
    },
  ];
}
