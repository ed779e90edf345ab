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

# An inline policy belongs to its role alone.
others_using=''
