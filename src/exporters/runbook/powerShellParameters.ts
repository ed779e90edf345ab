/** A parameter of a PowerShell script: its declaration, and its help text. */
export interface Parameter {
  readonly name: string;
  readonly help: string;
  readonly declaration: string;
}

export const switchParameter = (name: string, help: string): Parameter => ({
  name,
  help,
  declaration: `[switch]$${name}`,
});

export const dryRun = switchParameter('DryRun', 'Show what would be done and do nothing.');

/** Not $Profile, which is a variable of PowerShell itself. */
export const profileName: Parameter = {
  name: 'ProfileName',
  help: 'Use this profile of the AWS CLI; -Profile is the same.',
  declaration: "[Alias('Profile')][string]$ProfileName",
};
