# Deletes the role, which IAM does only without its policy, and then the policy.
delete_role_and_policy() {
  if [ "$attached" ]; then
    detach_policy
    put_back=attach_policy
  fi
  delete_role
  put_back=''
  if [ "$have_policy" ]; then delete_policy; fi
}

delete_role() {
  change 'Delete the role' \
    aws iam delete-role --role-name="$role_name"
}
