save_policy() {
  if [ "$have_policy" ]; then
    ask iam get-policy --policy-arn "$policy_arn" --query Policy.DefaultVersionId
    keep permissions-policy.json iam get-policy-version --policy-arn "$policy_arn" --version-id "$answer" --query 'to_string(PolicyVersion.Document)'
    printf '%s\n' "${attached:-not attached}" >"$partial/attached.txt"
  fi
}
