restore_role() {
  change 'Restore the trust policy' \
    aws iam update-assume-role-policy --role-name="$role_name" --policy-document "file://$backup/trust-policy.json"
  change 'Restore the description and the session duration' \
    aws iam update-role --cli-input-json "file://$backup/settings.json"
  boundary=$(cat "$backup/permissions-boundary.txt")
  ask iam get-role --role-name="$role_name" --query "not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, '')"
  if [ "$boundary" != None ]; then
    change 'Restore the permissions boundary' \
      aws iam put-role-permissions-boundary --role-name="$role_name" --permissions-boundary "$boundary"
  elif [ "$answer" ]; then
    change 'Remove the permissions boundary' \
      aws iam delete-role-permissions-boundary --role-name="$role_name"
  fi
  if grep -q Key "$backup/tags.json"; then
    change 'Restore the tags' \
      aws iam tag-role --role-name="$role_name" --tags "file://$backup/tags.json"
  fi
  remove_tags "!contains(not_null(\`$(cat "$backup/tags.json")\`, \`[]\`)[].Key, Key)"
}
