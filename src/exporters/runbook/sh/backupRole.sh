save_role() {
  keep trust-policy.json iam get-role --role-name="$role_name" --query 'to_string(Role.AssumeRolePolicyDocument)'
  keep settings.json iam get-role --role-name="$role_name" --query "to_string(Role.{RoleName: RoleName, Description: not_null(Description, ''), MaxSessionDuration: MaxSessionDuration})"
  keep tags.json iam list-role-tags --role-name="$role_name" --query "to_string(Tags[?!starts_with(Key, 'aws:')])"
  keep permissions-boundary.txt iam get-role --role-name="$role_name" --query "not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, '')"
}
