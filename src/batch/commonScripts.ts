import type { Artifact } from '../exporters/artifact';
import begin from '../exporters/runbook/powershell/begin.ps1?raw';
import program from '../exporters/runbook/powershell/program.ps1?raw';
import { profileName, switchParameter } from '../exporters/runbook/powerShellParameters';
import {
  joinParts,
  powerShellHead,
  powerShellScript,
  shellHead,
} from '../exporters/runbook/scriptFrames';
import { sharedPowerShellScripts } from '../exporters/runbook/powerShellRunbook';
import { sharedShellScripts } from '../exporters/runbook/shellRunbook';
import type { RolePlan } from '../qbusiness/plan';
import allPs1 from './scripts/all.ps1?raw';
import allSh from './scripts/all.sh?raw';

/** Which of the scripts a role goes through: they differ by what they create. */
export const kindOf = ({ target, permissionsPolicy }: RolePlan): string =>
  `${target}-${permissionsPolicy.attachment}`;

/** What is done to every role of an account. */
interface Verb {
  readonly name: 'apply' | 'verify' | 'rollback';
  readonly summary: string;
  /** The options that the scripts for one role know, without those for all. */
  readonly options: readonly { readonly name: string; readonly help: string }[];
}

const dryRun = { name: 'dry-run', help: 'show what would be done and do nothing' };

const verbs: readonly Verb[] = [
  {
    name: 'apply',
    summary: 'Creates every role of an account, or brings it up to date.',
    options: [
      {
        name: 'update',
        help: 'change what is there and differs, after saving it beside the documents',
      },
      dryRun,
    ],
  },
  {
    name: 'verify',
    summary:
      'Reads every role of an account back and compares it with these files. Changes nothing.',
    options: [],
  },
  {
    name: 'rollback',
    summary:
      'Restores what apply-all changed, or removes what it created, for every role of an account.',
    options: [
      { name: 'delete', help: 'delete the roles and policies that are as apply-all created them' },
      { name: 'yes', help: 'do not ask before deleting' },
      dryRun,
    ],
  },
];

/**
 * `apply-all`, `verify-all` and `rollback-all`, each for sh and PowerShell, and the scripts that they
 * run for one role: those of the form, but with the role's values in a file beside its documents.
 */
export function commonScripts(plans: readonly RolePlan[]): readonly Artifact[] {
  const kinds = new Map(plans.map((plan) => [kindOf(plan), plan]));
  return [
    ...verbs.flatMap((verb) => [shellDriver(verb), powerShellDriver(verb)]),
    ...[...kinds].flatMap(([kind, plan]) => roleScripts(kind, plan)),
  ];
}

function roleScripts(kind: string, plan: RolePlan): readonly Artifact[] {
  const sh = sharedShellScripts(plan);
  const powerShell = sharedPowerShellScripts(plan);
  return verbs.flatMap(({ name }): Artifact[] => [
    {
      path: `scripts/${name}-${kind}.sh`,
      language: 'shell',
      executable: true,
      contents: forMany(sh[name], 'sh'),
    },
    {
      path: `scripts/${name}-${kind}.ps1`,
      language: 'powershell',
      contents: forMany(powerShell[name], 'ps1'),
    },
  ]);
}

/** What the scripts say of each other, in the names that they have here. */
const forMany = (script: string, extension: 'sh' | 'ps1'): string =>
  script
    .replace(
      '#!/bin/sh\n',
      '#!/bin/sh\n# shellcheck disable=SC1091,SC2154 # role.sh sets what is used here\n',
    )
    .replaceAll(/, then the steps of policies\/README\.md/g, '')
    .replaceAll(/policies\/(apply|verify|rollback)\.(?:sh|ps1)/g, `$1-all.${extension}`);

function shellDriver({ name, summary, options }: Verb): Artifact {
  const lines = [
    ...options.map((option) => [`--${option.name}`, option.help] as const),
    ['--keep-going', 'go on with the next role where one fails'] as const,
    ['--role NAME', 'this role only'] as const,
    ['--profile NAME', 'use this profile of the AWS CLI'] as const,
  ];
  const usage = [
    ...options.map((option) => `[--${option.name}]`),
    '[--keep-going] [--role NAME] [--profile NAME]',
  ];
  const head = shellHead(
    [summary, `It is the account of the credentials; ${name}-all is run once for each account.`],
    [
      `sh ${name}-all.sh ${usage.join(' ')}`,
      '',
      ...lines.map(([option, help]) => `${option.padEnd(15)} ${help}`),
      '',
      'journal-ACCOUNT.tsv gets a line a role. It can be interrupted and repeated. Exit status: 0 done',
      'or nothing to do, 1 refused, failed or different, 2 wrong usage.',
    ],
  );
  const values = [
    `verb=${name}`,
    `verb_options='${options.map((option) => `--${option.name}`).join(' ')}'`,
  ];
  return {
    path: `${name}-all.sh`,
    language: 'shell',
    executable: true,
    contents: joinParts([head, values.join('\n'), allSh]),
  };
}

function powerShellDriver({ name, summary, options }: Verb): Artifact {
  const switches = options.map((option) => pascal(option.name));
  const head = powerShellHead(
    summary,
    `It is the account of the credentials; ${name}-all is run once for each account. journal-ACCOUNT.tsv gets a line a role. It can be interrupted and repeated. Exit code: 0 done or nothing to do, 1 refused, failed or different.`,
    [
      ...options.map((option) => switchParameter(pascal(option.name), sentence(option.help))),
      switchParameter('KeepGoing', 'Go on with the next role where one fails.'),
      { name: 'Role', help: 'This role only.', declaration: '[string]$Role' },
      profileName,
    ],
  );
  const values = [
    `$Verb = '${name}'`,
    '$Options = @()',
    ...switches.map((option) => `if ($${option}) { $Options += '-${option}' }`),
    "$Region = 'us-east-1'",
  ];
  return {
    path: `${name}-all.ps1`,
    language: 'powershell',
    contents: powerShellScript([
      head,
      values.join('\n'),
      begin,
      'Push-Location -LiteralPath $PSScriptRoot\ntry {',
      program,
      allPs1,
    ]),
  };
}

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
