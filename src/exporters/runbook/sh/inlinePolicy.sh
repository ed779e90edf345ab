# The document in $have_policy, empty where the role has no such policy.
read_policy() {
  ask iam get-role-policy --role-name="$role_name" --policy-name="$policy_name" --query 'to_string(PolicyDocument)'
  have_policy=$(lines "$answer")
}
want_policy=$(lines "$(cat "$permissions_policy")")
