# Removes the tags that the JMESPath filter $1 picks.
remove_tags() {
  ask iam list-role-tags --role-name="$role_name" --query "to_string({RoleName: '$role_name', TagKeys: Tags[?!starts_with(Key, 'aws:')${1:+ && $1}].Key})"
  case $answer in '' | *'"TagKeys":[]'*) return ;; esac
  change 'Remove the tags that do not belong' aws iam untag-role --cli-input-json "$answer"
}
