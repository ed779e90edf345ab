restore_policy() {
  if [ ! -f "$backup/permissions-policy.json" ]; then
    if [ "$have_policy" ]; then remove_policy; fi
    return
  fi
  [ "$have_policy" ] || fail "Refused: the managed policy $policy_name is gone. Run policies/apply.sh first."
  if [ "$have_policy" != "$(lines "$(cat "$backup/permissions-policy.json")")" ]; then
    check_owner
    create_version "$backup/permissions-policy.json"
  fi
  if [ "$(cat "$backup/attached.txt")" = 'not attached' ]; then
    if [ "$attached" ]; then detach_policy; fi
  elif [ -z "$attached" ]; then
    attach_policy
  fi
}

detach_policy() {
  change 'Detach the permissions policy from the role' \
    aws iam detach-role-policy --role-name="$role_name" --policy-arn "$policy_arn"
}

remove_policy() {
  if [ "$attached" ]; then detach_policy; fi
  delete_policy
}

delete_policy() {
  ask iam list-policy-versions --policy-arn "$policy_arn" --query 'Versions[?!IsDefaultVersion].VersionId'
  for version in $answer; do
    change "Delete the old version $version of the managed policy" \
      aws iam delete-policy-version --policy-arn "$policy_arn" --version-id "$version"
  done
  change 'Delete the managed policy' \
    aws iam delete-policy --policy-arn "$policy_arn"
}
