# Deletes the role, which IAM does only without its policy.
delete_role_and_policy() {
  if [ "$have_policy" ]; then
    remove_policy
    put_back=put_back_policy
  fi
  delete_role
}

put_back_policy() {
  change 'Give the role its policy back' \
    aws iam put-role-policy --role-name="$role_name" --policy-name="$policy_name" --policy-document "file://$permissions_policy"
}

delete_role() {
  change 'Delete the role' \
    aws iam delete-role --role-name="$role_name"
}
