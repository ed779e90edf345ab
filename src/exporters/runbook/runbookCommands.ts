import { awsCommand, type Command } from '../../qbusiness/command';
import type { NewRolePlan, RolePlan } from '../../qbusiness/plan';
import { API_ACTIONS, WEB_EXPERIENCE_ACTIONS } from '../../qbusiness/facts';
import { permissionsPolicyPath, trustPolicyPath } from '../policyDocuments';
import { roleCommands, tagWords, type CommandStep } from '../roleCommands';

/** A command of a script under the name of its step. */
export interface RunbookStep {
  /** Without a full stop. */
  readonly step: string;
  readonly command: Command;
}

const asStep = ({ text, command }: CommandStep): RunbookStep => ({
  step: text.replace(/\.$/, ''),
  command,
});

const isRoleCommand = ({ command }: CommandStep): boolean =>
  ['create-role', 'wait'].includes(command.subcommand[1] ?? '');

/** The commands that create the role itself. */
export const createRoleSteps = (plan: NewRolePlan): readonly RunbookStep[] =>
  roleCommands(plan).filter(isRoleCommand).map(asStep);

/** The commands that create the permissions policy, without the one that attaches it. */
export const createPolicySteps = (plan: RolePlan): readonly RunbookStep[] =>
  roleCommands(plan)
    .filter((step) => !isRoleCommand(step) && step.command.subcommand[1] !== 'attach-role-policy')
    .map(asStep);

export const attachPolicySteps = (plan: RolePlan): readonly RunbookStep[] =>
  roleCommands(plan)
    .filter(({ command }) => command.subcommand[1] === 'attach-role-policy')
    .map(asStep);

/** The command that updates the description and the session duration of a role. */
export const setSettingsStep = ({ role }: NewRolePlan): RunbookStep => ({
  step: 'Set the description and the session duration',
  command: awsCommand(['iam', 'update-role'], {
    '--role-name': role.roleName,
    '--description': role.description,
    '--max-session-duration': String(role.maxSessionDuration),
  }),
});

export const boundaryStep = ({ role }: NewRolePlan): RunbookStep =>
  role.permissionsBoundary === undefined
    ? {
        step: 'Remove the permissions boundary',
        command: awsCommand(['iam', 'delete-role-permissions-boundary'], {
          '--role-name': role.roleName,
        }),
      }
    : {
        step: 'Set the permissions boundary',
        command: awsCommand(['iam', 'put-role-permissions-boundary'], {
          '--role-name': role.roleName,
          '--permissions-boundary': role.permissionsBoundary,
        }),
      };

/** Absent where the role has no tags. */
export const setTagsStep = ({ role }: NewRolePlan): RunbookStep | undefined =>
  role.tags.length === 0
    ? undefined
    : {
        step: 'Set the tags',
        command: awsCommand(['iam', 'tag-role'], {
          '--role-name': role.roleName,
          '--tags': tagWords(role.tags),
        }),
      };

/** The JMESPath filter for tags that the role should not have; empty if it should have none. */
export const strangeTagsFilter = ({ role }: NewRolePlan): string =>
  role.tags.map(({ key }) => `Key != '${key}'`).join(' && ');

/** A document that IAM Access Analyzer validates. */
export interface DocumentCheck {
  readonly what: string;
  readonly command: Command;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html */
export const documentChecks = (plan: RolePlan): readonly DocumentCheck[] => [
  {
    what: 'permissions policy',
    command: awsCommand(['accessanalyzer', 'validate-policy'], {
      '--policy-type': 'IDENTITY_POLICY',
      '--policy-document': `file://${permissionsPolicyPath(plan)}`,
    }),
  },
  ...(plan.target === 'new-role'
    ? [
        {
          what: 'trust policy',
          command: awsCommand(['accessanalyzer', 'validate-policy'], {
            '--policy-type': 'RESOURCE_POLICY',
            '--validate-policy-resource-type': 'AWS::IAM::AssumeRolePolicyDocument',
            '--policy-document': `file://${trustPolicyPath(plan)}`,
          }),
        },
      ]
    : []),
];

/** An action that the simulation must find denied, to prove that it can tell the difference. */
const CONTROL_ACTION = 'qbusiness:DeleteApplication';

/**
 * The options of `simulate-custom-policy`, but for the policy. With a network condition the
 * simulated call comes from the first network named.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
export function simulation(plan: RolePlan): Command {
  const { template } = plan;
  const actions =
    template.accessMode === 'web-experience'
      ? WEB_EXPERIENCE_ACTIONS
      : API_ACTIONS[template.apiActions];
  return awsCommand(['iam', 'simulate-custom-policy'], {
    '--action-names': [...actions, CONTROL_ACTION],
    '--resource-arns': plan.applicationArns,
    '--context-entries': contextEntry(plan),
    '--query': `EvaluationResults[?(EvalDecision=='allowed') == (EvalActionName=='${CONTROL_ACTION}')].join(' ', [EvalActionName, EvalDecision])`,
  });
}

const contextKeys = {
  'vpc-endpoint': ['aws:SourceVpce', 'string'],
  vpc: ['aws:SourceVpc', 'string'],
  'ip-range': ['aws:SourceIp', 'ip'],
} as const;

function contextEntry({ template }: RolePlan): string | undefined {
  if (template.accessMode !== 'api-only' || !template.network) return undefined;
  const { limit, values } = template.network;
  const [key, type] = contextKeys[limit];
  const [value] = values[0].split('/');
  return `ContextKeyName=${key},ContextKeyType=${type},ContextKeyValues=${value}`;
}
