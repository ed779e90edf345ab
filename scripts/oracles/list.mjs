// @ts-check

/**
 * Checks of the exported files by the tools that will run them, in the order in which they run: the longest
 * first, because two of them run at a time.
 * Each is a folder with a `main.mjs` that reports through RESULT_FILE (CONTRIBUTING.md, "Tests").
 *
 * @type {readonly { readonly id: string, readonly title: string, readonly script: string, readonly needs?: string }[]}
 */
export const oracles = [
  {
    id: 'runbook',
    title: 'Scripts and commands on a local IAM, and the command line program',
    script: 'scripts/oracles/runbook/main.mjs',
  },
  {
    id: 'iac',
    title: 'Commands, Terraform, CloudFormation and the CDK make the same role',
    script: 'scripts/oracles/iac/main.mjs',
  },
  {
    id: 'batch',
    title:
      'Many applications: scripts, Terraform, CloudFormation and StackSets make the roles of the rows',
    script: 'scripts/oracles/batch/main.mjs',
  },
  {
    id: 'program',
    title:
      'The program as npm packs it: its streams, the GitHub Action and the hook for pre-commit',
    script: 'scripts/oracles/program/main.mjs',
  },
  {
    id: 'solver',
    title: 'What policies allow, decided by an SMT solver as well',
    script: 'scripts/oracles/solver/main.mjs',
  },
  {
    id: 'hosting',
    title:
      'The built page on nginx, Apache and Caddy, with the configurations that it brings along',
    script: 'scripts/oracles/hosting/main.mjs',
    needs: 'build',
  },
];
