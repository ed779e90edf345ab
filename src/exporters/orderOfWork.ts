import { awsCommand, type HandoverStep } from '../qbusiness/command';
import { CREATE_IF_NONE, TEST_MINUTES } from '../qbusiness/handover';
import type { RolePlan } from '../qbusiness/plan';
import { withOptions, type CommandLine, type Word } from '../syntax/commandLine';
import { printPowerShellCommand, quotePowerShellString } from '../syntax/powershell';
import { printShellCommand, quoteShellWord } from '../syntax/shell';
import { indentLines } from '../syntax/shellScript';
import type { Shell } from './commands';
import { companionSteps } from './companionSteps';
import { FOLDER } from './policyDocuments';

/** One step of the work: only text, a script of the folder, or a command. */
export interface WorkStep {
  /** One sentence or two; a full stop ends it. */
  readonly text: string;
  readonly script?: 'apply' | 'verify';
  readonly command?: CommandLine;
  /** The output for which the command is repeated: the AWS CLI has no waiters for Amazon Q Business. */
  readonly waitFor?: string;
  /** The shell variable for the output of the command, used by later steps. */
  readonly into?: 'web_experience_id';
}

const WAIT_SECONDS = 10;
const WAIT_ATTEMPTS = 60;

/**
 * Every step from the first check to the first chat, with the identifiers filled in where they are known.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-anonymous-application.html
 */
export function orderOfWork(plan: RolePlan): readonly WorkStep[] {
  return [
    {
      text: `Check that the AWS CLI works for account ${plan.accountId}: this must print that number.`,
      command: awsCommand(['sts', 'get-caller-identity'], {
        '--query': 'Account',
        '--output': 'text',
      }),
    },
    ...plan.template.applicationIds.flatMap((id) => applicationSteps(plan, id)),
    {
      text:
        plan.target === 'new-role'
          ? 'Create the role with its policy.'
          : `Add the policy to the role ${plan.roleName}.`,
      script: 'apply',
    },
    { text: 'Read back what was created and check it.', script: 'verify' },
    ...plan.companions
      .filter(({ id }) => id !== 'operator')
      .flatMap((companion) => companionSteps(plan, companion))
      .map(workStep),
    ...(plan.template.accessMode === 'web-experience'
      ? webExperienceSteps(plan, plan.template)
      : [...plan.handover.map(workStep), chatStep(plan)]),
  ];
}

const workStep = ({ text, command }: HandoverStep): WorkStep => ({
  text,
  ...(command && { command }),
});

function applicationSteps({ region }: RolePlan, id: string): readonly WorkStep[] {
  const application = { '--region': region, '--application-id': id } as const;
  return [
    {
      text: `Check that the application ${id} takes anonymous visitors: this must print ANONYMOUS, which is decided when an application is created and never changes.`,
      command: awsCommand(['qbusiness', 'get-application'], {
        ...application,
        '--query': 'identityType',
        '--output': 'text',
      }),
    },
    {
      text: 'Wait until the application is ACTIVE.',
      command: awsCommand(['qbusiness', 'get-application'], {
        ...application,
        '--query': 'status',
        '--output': 'text',
      }),
      waitFor: 'ACTIVE',
    },
  ];
}

/** The steps that give the role to a web experience and wait until it is active. */
function webExperienceSteps(
  plan: RolePlan,
  template: Extract<RolePlan['template'], { accessMode: 'web-experience' }>,
): readonly WorkStep[] {
  const known = template.webExperienceId;
  const [applicationId] = template.applicationIds;
  const target = { '--region': template.region, '--application-id': applicationId } as const;
  const id: Word = known ?? { variable: 'web_experience_id' };
  const isTest = ({ command }: HandoverStep) =>
    command?.subcommand[1] === 'create-anonymous-web-experience-url';
  return [
    ...(known === undefined
      ? unknownWebExperienceSteps(plan, target, template.origins)
      : plan.handover.filter((step) => !isTest(step)).map(workStep)),
    {
      text: 'Wait until the web experience is ACTIVE.',
      command: withOptions(awsCommand(['qbusiness', 'get-web-experience'], target), [
        { flag: '--web-experience-id', values: [id] },
        { flag: '--query', values: ['status'] },
        { flag: '--output', values: ['text'] },
      ]),
      waitFor: 'ACTIVE',
    },
    {
      text: 'Create a link to try it, and open it: it works once, within five minutes, for a chat of half an hour.',
      command: withOptions(
        awsCommand(['qbusiness', 'create-anonymous-web-experience-url'], target),
        [
          { flag: '--web-experience-id', values: [id] },
          { flag: '--session-duration-in-minutes', values: [TEST_MINUTES] },
          { flag: '--query', values: ['anonymousUrl'] },
          { flag: '--output', values: ['text'] },
        ],
      ),
    },
  ];
}

function unknownWebExperienceSteps(
  plan: RolePlan,
  target: { readonly '--region': string; readonly '--application-id': string },
  origins: readonly string[],
): readonly WorkStep[] {
  const role = {
    '--role-arn': plan.target === 'new-role' ? plan.roleArn : undefined,
    '--origins': origins.length > 0 ? origins : undefined,
  };
  return [
    {
      text: 'Check for a web experience: this prints its ID, or None.',
      command: awsCommand(['qbusiness', 'list-web-experiences'], {
        ...target,
        '--query': 'webExperiences[0].webExperienceId',
        '--output': 'text',
      }),
      into: 'web_experience_id',
    },
    {
      text: `If it has one, give it the role.${origins.length > 0 ? ' The origins replace the whole list it has.' : ''}`,
      command: withOptions(awsCommand(['qbusiness', 'update-web-experience'], target), [
        { flag: '--web-experience-id', values: [{ variable: 'web_experience_id' }] },
        ...awsCommand([], role).options,
      ]),
    },
    {
      text: CREATE_IF_NONE,
      command: awsCommand(['qbusiness', 'create-web-experience'], {
        ...target,
        ...role,
        '--query': 'webExperienceId',
        '--output': 'text',
      }),
      into: 'web_experience_id',
    },
  ];
}

const chatStep = ({ region, template }: RolePlan): WorkStep => ({
  text: 'As the caller, with the credentials of the role, ask a question. Anonymous calls name no user.',
  command: awsCommand(['qbusiness', 'chat-sync'], {
    '--region': region,
    '--application-id': template.applicationIds[0],
    '--user-message': 'What can you help me with?',
    '--query': 'systemMessage',
    '--output': 'text',
  }),
});

/** The command of a step for the folder that contains `policies`; undefined for a step of text only. */
export function printWorkStep(
  { script, command, waitFor, into }: WorkStep,
  shell: Shell,
): string | undefined {
  if (script !== undefined) {
    return shell === 'sh' ? `sh ${FOLDER}/${script}.sh` : `./${FOLDER}/${script}.ps1`;
  }
  if (!command) return undefined;
  if (waitFor !== undefined) {
    return shell === 'sh' ? waitInShell(command, waitFor) : waitInPowerShell(command, waitFor);
  }
  const printed = shell === 'sh' ? printShellCommand(command) : printPowerShellCommand(command);
  if (into === undefined) return printed;
  return shell === 'sh'
    ? `${into}=$(${printed})\necho "$${into}"`
    : `$${into} = ${printed}\n$${into}`;
}

/** A loop that waits for the output. The variable is not called `status`, which is read-only in zsh. */
const waitInShell = (command: CommandLine, value: string): string =>
  [
    'attempt=0',
    `while [ $attempt -lt ${WAIT_ATTEMPTS} ]; do`,
    `  state=$(${indentLines(printShellCommand(command)).trimStart()})`,
    `  if [ "$state" = ${quoteShellWord(value)} ]; then break; fi`,
    '  attempt=$((attempt + 1))',
    `  sleep ${WAIT_SECONDS}`,
    'done',
    'echo "$state"',
  ].join('\n');

const waitInPowerShell = (command: CommandLine, value: string): string =>
  [
    `for ($Attempt = 0; $Attempt -lt ${WAIT_ATTEMPTS}; $Attempt++) {`,
    `    $Status = ${indentLines(printPowerShellCommand(command), 4).trimStart()}`,
    `    if ($Status -ceq ${quotePowerShellString(value)}) { break }`,
    `    Start-Sleep -Seconds ${WAIT_SECONDS}`,
    '}',
    '$Status',
  ].join('\n');
