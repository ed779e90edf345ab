import type { Command, HandoverStep } from '../qbusiness/command';
import type { RolePlan } from '../qbusiness/plan';
import {
  powerShellPreamble,
  printPowerShellCommand,
  quotePowerShellString,
} from '../syntax/powershell';
import { printShellCommand } from '../syntax/shell';
import { printShellAssignment } from '../syntax/shellScript';
import { defineExporter } from './artifact';
import { FOLDER } from './policyDocuments';
import { roleCommands } from './roleCommands';
import powerShellBegin from './runbook/powershell/begin.ps1?raw';
import powerShellEnd from './runbook/powershell/end.ps1?raw';
import powerShellFolder from './runbook/powershell/folder.ps1?raw';
import powerShellProgram from './runbook/powershell/program.ps1?raw';
import environment from '../syntax/sh/environment.sh?raw';
import folder from '../syntax/sh/folder.sh?raw';

/** The shells that commands are printed for. */
export type Shell = 'sh' | 'powershell';

export const printCommand = (shell: Shell, command: Command): string =>
  shell === 'sh' ? printShellCommand(command) : printPowerShellCommand(command);

/**
 * Every command of a plan, to be pasted into a terminal in the folder that contains `policies`: no
 * prompt signs, and nothing that closes the shell when a command fails.
 */
export const commandsText = (plan: RolePlan, shell: Shell): string =>
  stepsText([...roleCommands(plan), ...plan.handover], shell);

/** The commands of some steps, each below its comment. */
export const stepsText = (steps: readonly HandoverStep[], shell: Shell): string =>
  `${[
    ...(shell === 'powershell' ? [powerShellPreamble] : []),
    ...steps.map((step) => printStep(step, shell)),
  ].join('\n\n')}\n`;

function printStep({ text, command, isOptional }: HandoverStep, shell: Shell): string {
  const comment = comments(text, shell);
  if (!command) return comment;
  const printed = printCommand(shell, command);
  return `${comment}\n${isOptional ? commentOut(printed) : printed}`;
}

const commentOut = (text: string): string => text.replace(/^/gm, '# ');

/** The text as comment lines; in ASCII for PowerShell, since 5.1 reads scripts in the ANSI code page. */
function comments(text: string, shell: Shell): string {
  const plain =
    shell === 'sh' ? text : text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"');
  return commentOut(shell === 'sh' ? plain : plain.replace(/[^ -~]/g, '?'));
}

/** The commands as a script, which stops where one fails. */
const shellScript = (plan: RolePlan): string =>
  `${[
    `#!/bin/sh\n# Every command once, from the first to the last. ${FOLDER}/apply.sh can be repeated.`,
    environment.trimEnd(),
    `${printShellAssignment('region', plan.region)}\nexport AWS_REGION="$region" AWS_DEFAULT_REGION="$region"\naws() { LC_ALL=$aws_locale command aws "$@"; }`,
    folder.trimEnd(),
    ...[...roleCommands(plan), ...plan.handover].map((step) => printStep(step, 'sh')),
  ].join('\n\n')}\n`;

/** Stops a PowerShell script after a failed command, which it would not do by itself. */
const stopOnFailure = "if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }";

const powerShellScript = (plan: RolePlan): string =>
  `${[
    `# Every command once, from the first to the last. ${FOLDER}/apply.ps1 can be repeated.`,
    `$Region = ${quotePowerShellString(plan.region)}`,
    powerShellBegin.trimEnd(),
    powerShellFolder.trimEnd(),
    powerShellProgram.trimEnd(),
    ...[...roleCommands(plan), ...plan.handover].map((step) =>
      step.command && !step.isOptional
        ? `${printStep(step, 'powershell')}\n${stopOnFailure}`
        : printStep(step, 'powershell'),
    ),
  ].join('\n\n')}\n${powerShellEnd}`;

export const shellCommands = defineExporter({
  id: 'commands-sh',
  label: 'Commands (sh)',
  summary: 'AWS CLI commands for sh, bash, zsh and AWS CloudShell.',
  render: (plan) => [
    {
      path: `${FOLDER}/commands.sh`,
      language: 'shell',
      contents: shellScript(plan),
      executable: true,
    },
  ],
});

export const powerShellCommands = defineExporter({
  id: 'commands-powershell',
  label: 'Commands (PowerShell)',
  summary: 'AWS CLI commands for Windows PowerShell 5.1 and PowerShell 7.',
  render: (plan) => [
    {
      path: `${FOLDER}/commands.ps1`,
      language: 'powershell',
      contents: powerShellScript(plan),
    },
  ],
});
