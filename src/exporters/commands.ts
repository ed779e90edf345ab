import type { Command, HandoverStep } from '../qbusiness/command';
import type { RolePlan } from '../qbusiness/plan';
import { powerShellPreamble, printPowerShellCommand } from '../syntax/powershell';
import { printShellCommand } from '../syntax/shell';
import { defineExporter } from './artifact';
import { FOLDER } from './policyDocuments';
import { roleCommands } from './roleCommands';

/** The shells that commands are printed for. */
export type Shell = 'sh' | 'powershell';

export const printCommand = (shell: Shell, command: Command): string =>
  shell === 'sh' ? printShellCommand(command) : printPowerShellCommand(command);

/**
 * Every command of a plan, ready to be pasted into a terminal in the folder that holds `policies`:
 * no prompt sign, and nothing that ends the shell when a command fails.
 */
export function commandsText(plan: RolePlan, shell: Shell): string {
  const blocks = [
    ...(shell === 'powershell' ? [powerShellPreamble] : []),
    ...roleCommands(plan).map((step) => printStep(step, shell)),
    ...plan.handover.map((step) => printStep(step, shell)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function printStep({ text, command, isOptional }: HandoverStep, shell: Shell): string {
  const comment = comments(text, shell);
  if (!command) return comment;
  const printed = printCommand(shell, command);
  return `${comment}\n${isOptional ? commentOut(printed) : printed}`;
}

const commentOut = (text: string): string => text.replace(/^/gm, '# ');

/** Windows PowerShell 5.1 reads a script without a byte order mark in the ANSI code page. */
function comments(text: string, shell: Shell): string {
  const plain =
    shell === 'sh' ? text : text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"');
  return commentOut(shell === 'sh' ? plain : plain.replace(/[^ -~]/g, '?'));
}

export const shellCommands = defineExporter({
  id: 'commands-sh',
  label: 'Commands (sh)',
  summary: 'AWS CLI commands for sh, bash, zsh and AWS CloudShell.',
  render: (plan) => [
    {
      path: `${FOLDER}/commands.sh`,
      language: 'shell',
      contents: `#!/bin/sh\n# Run in the folder that holds "${FOLDER}".\nset -eu\nexport AWS_PAGER=''\n\n${commandsText(plan, 'sh')}`,
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
      contents: `# Run in the folder that holds "${FOLDER}".\n$ErrorActionPreference = 'Stop'\n$env:AWS_PAGER = ''\n\n${commandsText(plan, 'powershell')}`,
    },
  ],
});
