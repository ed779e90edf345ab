import environment from '../../syntax/sh/environment.sh?raw';
import end from './powershell/end.ps1?raw';
import type { Parameter } from './powerShellParameters';

/** The parts of a script with an empty line between them. */
export const joinParts = (parts: readonly string[]): string =>
  `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;

/** The head of a shell script: what it does, what its options mean, and what it needs of its environment. */
export const shellHead = (summary: readonly string[], lines: readonly string[]): string =>
  [
    '#!/bin/sh',
    ...summary.map((line) => `# ${line}`),
    '#',
    ...lines.map((line) => `#   ${line}`.trimEnd()),
    '',
    environment,
  ].join('\n');

/** A PowerShell script; its last lines (`end.ps1`) change back to the folder where it was started. */
export const powerShellScript = (parts: readonly string[]): string => `${joinParts(parts)}${end}`;

export const powerShellHead = (
  synopsis: string,
  description: string,
  parameters: readonly Parameter[],
): string =>
  [
    '<#',
    '.SYNOPSIS',
    synopsis,
    '.DESCRIPTION',
    description,
    ...parameters.flatMap(({ name, help }) => [`.PARAMETER ${name}`, help]),
    '#>',
    'param(',
    parameters.map(({ declaration }) => `    ${declaration}`).join(',\n'),
    ')',
  ].join('\n');
