function Save-Policy {
    if ($HavePolicy) {
        $Version = Read-Answer { aws @Common iam get-policy --policy-arn "$PolicyArn" --query Policy.DefaultVersionId --output text }
        Save-Answer 'permissions-policy.json' {
            aws @Common iam get-policy-version --policy-arn "$PolicyArn" --version-id "$Version" --query 'to_string(PolicyVersion.Document)' --output text
        }
        $State = if ($Attached) { 'attached' } else { 'not attached' }
        Save-Text "$Partial/attached.txt" $State
    }
}
