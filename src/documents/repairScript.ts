import type { Command } from '../qbusiness/command';
import { printShellCommand, quoteShellWord } from '../syntax/shell';
import { printShellAssignment } from '../syntax/shellScript';
import environment from '../syntax/sh/environment.sh?raw';
import folder from '../syntax/sh/folder.sh?raw';

export interface RepairStep {
  /** One sentence; a full stop ends it. */
  readonly text: string;
  readonly command: Command;
  /** The file that the output is saved to. */
  readonly saveTo?: string;
}

const backup = 'policies/backup';

const printed = ({ command, saveTo }: RepairStep): string =>
  printShellCommand(command) + (saveTo === undefined ? '' : ` > ${quoteShellWord(saveTo)}`);

/** One step for an interactive shell. */
export const repairCommand = (step: RepairStep): string =>
  step.saveTo === undefined ? printed(step) : `mkdir -p ${backup} &&\n${printed(step)}`;

/** All steps for an interactive shell: a failing step stops the others and does not close the shell. */
export const repairCommands = (steps: readonly RepairStep[]): string =>
  [`mkdir ${backup}`, ...steps.map(printed)].join(' &&\n');

/** All steps as an sh script, for the folder `policies`. */
export function repairScript(
  steps: readonly RepairStep[],
  roleName: string,
  region: string,
): string {
  return `${[
    `#!/bin/sh\n# Mends the role ${roleName.replaceAll(/[^\w+=,.@-]/g, '')}. What there is is saved to ${backup} first.`,
    environment.trimEnd(),
    `${printShellAssignment('region', region)}
export AWS_REGION="$region" AWS_DEFAULT_REGION="$region"
aws() { LC_ALL=$aws_locale command aws "$@"; }`,
    folder.trimEnd(),
    `if [ -e ${backup} ]; then
  printf '%s\\n' '${backup} is there already: move it away first.' >&2
  exit 1
fi
mkdir ${backup}`,
    ...steps.map((step) => `# ${step.text}\n${printed(step)}`),
  ].join('\n\n')}\n`;
}
