read_role() {
  ask iam get-role --role-name="$role_name" --query "to_string({
    Trust: Role.AssumeRolePolicyDocument,
    Settings: {
      Path: Role.Path,
      Description: Role.Description,
      MaxSessionDuration: Role.MaxSessionDuration,
      PermissionsBoundary: Role.PermissionsBoundary.PermissionsBoundaryArn,
      Tags: Role.Tags[?!starts_with(Key, 'aws:')].join(' => ', [Key, Value])
    }
  })"
  role=$answer
  settings_and_trust=$(lines "$role")
  have_trust=$(printf '%s\n' "$settings_and_trust" | sed -n 's/^Trust\.//p')
  have_settings=$(printf '%s\n' "$settings_and_trust" | sed -n 's/^Settings\.//p')
}
want_trust=$(lines "$(cat "$trust_policy")")
