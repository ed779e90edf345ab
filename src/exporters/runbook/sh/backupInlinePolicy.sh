save_policy() {
  if [ "$have_policy" ]; then
    keep permissions-policy.json iam get-role-policy --role-name="$role_name" --policy-name="$policy_name" --query 'to_string(PolicyDocument)'
  fi
}
