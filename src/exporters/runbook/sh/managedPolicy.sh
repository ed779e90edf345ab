# The document in $have_policy, empty where there is no such policy; who else has it in $others_using.
read_policy() {
  have_policy='' attached='' others_using=''
  ask iam get-policy --policy-arn "$policy_arn" --query Policy.DefaultVersionId
  [ "$answer" ] || return 0
  ask iam get-policy-version --policy-arn "$policy_arn" --version-id "$answer" --query 'to_string(PolicyVersion.Document)'
  have_policy=$(lines "$answer")
  ask iam list-attached-role-policies --role-name="$role_name" --query "AttachedPolicies[?PolicyArn=='$policy_arn'].PolicyArn"
  attached=$answer
  ask iam list-entities-for-policy --policy-arn "$policy_arn" --query "[PolicyRoles[?RoleName!='$role_name'].RoleName, PolicyUsers[].UserName, PolicyGroups[].GroupName][]"
  others_using=$answer
}
want_policy=$(lines "$(cat "$permissions_policy")")
