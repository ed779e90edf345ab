import type { RoleDefinition } from '../../iam/role';

/** One setting of a role under the name that the scripts print, tags as `key => value`. */
export interface RoleSetting {
  readonly name: 'Description' | 'MaxSessionDuration' | 'Path' | 'PermissionsBoundary' | 'Tags';
  readonly value: string | number;
}

/**
 * The settings of a role besides its policies, in the format in which the scripts read them back from
 * IAM. Tags cannot contain `>`, so ` => ` separates key and value unambiguously.
 */
export function roleSettings(role: RoleDefinition): readonly RoleSetting[] {
  return [
    { name: 'Description', value: role.description },
    { name: 'MaxSessionDuration', value: role.maxSessionDuration },
    { name: 'Path', value: role.path },
    ...(role.permissionsBoundary === undefined
      ? []
      : [{ name: 'PermissionsBoundary', value: role.permissionsBoundary } as const]),
    ...role.tags.map(({ key, value }) => ({ name: 'Tags', value: `${key} => ${value}` }) as const),
  ];
}
