save_role() {
  ask iam get-role --role-name="$role_name" --query "[
    to_string(Role.AssumeRolePolicyDocument),
    to_string(Role.{RoleName: RoleName, Description: not_null(Description, ''), MaxSessionDuration: MaxSessionDuration}),
    to_string(Role.Tags[?!starts_with(Key, 'aws:')]),
    not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, 'None')
  ]"
  printf '%s\n' "$answer" | cut -f 1 >"$partial/trust-policy.json"
  printf '%s\n' "$answer" | cut -f 2 >"$partial/settings.json"
  printf '%s\n' "$answer" | cut -f 3 >"$partial/tags.json"
  printf '%s\n' "$answer" | cut -f 4 >"$partial/permissions-boundary.txt"
}
