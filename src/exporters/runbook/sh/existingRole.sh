read_role() {
  ask iam get-role --role-name="$role_name" --query Role.Arn
  role=$answer
}
