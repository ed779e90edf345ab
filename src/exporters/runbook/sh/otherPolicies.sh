# Policies of the role that these scripts did not create, by name.
read_other_policies() {
  ask iam list-role-policies --role-name="$role_name" --query "PolicyNames[?@!='$own_inline_policy']"
  other_policies=$answer
  ask iam list-attached-role-policies --role-name="$role_name" --query "AttachedPolicies[?PolicyArn!='$own_managed_policy'].PolicyName"
  other_policies=$(printf '%s %s' "$other_policies" "$answer" | tr -s '\t\n ' ' ' | sed 's/^ //; s/ $//')
}
