import type { RoleDefinition } from '../../iam/role';

/** One setting of a role under the name that the scripts print, tags as `key => value`. */
export interface RoleSetting {
  readonly name: 'Description' | 'MaxSessionDuration' | 'Path' | 'PermissionsBoundary' | 'Tags';
  readonly value: string | number;
}

/**
 * Everything that IAM stores about a role besides its policies, in the shape that the scripts read
 * it back in. No tag holds the character `>`.
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
