# Makes the document $1 the policy's default version. IAM keeps {{max_versions_in_words}} versions.
create_version() {
  ask iam list-policy-versions --policy-arn "$policy_arn" --query 'length(Versions)'
  if [ "$answer" -ge {{max_versions}} ]; then
    ask iam list-policy-versions --policy-arn "$policy_arn" --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId'
    change "Remove the oldest of {{max_versions_in_words}} versions, $answer, of the managed policy" \
      aws iam delete-policy-version --policy-arn "$policy_arn" --version-id "$answer"
  fi
  change 'Create a new version of the managed policy' \
    aws iam create-policy-version --policy-arn "$policy_arn" --policy-document "file://$1" --set-as-default
}
