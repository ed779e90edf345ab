restore_policy() {
  if [ -f "$backup/permissions-policy.json" ]; then
    change 'Restore the permissions policy' \
      aws iam put-role-policy --role-name="$role_name" --policy-name="$policy_name" --policy-document "file://$backup/permissions-policy.json"
  elif [ "$have_policy" ]; then
    remove_policy
  fi
}

remove_policy() {
  change 'Delete the permissions policy of the role' \
    aws iam delete-role-policy --role-name="$role_name" --policy-name="$policy_name"
}

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

# An inline policy belongs to its role alone.
others_using=''
