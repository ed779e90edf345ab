function Save-Policy {
    if ($HavePolicy) {
        Save-Answer 'permissions-policy.json' {
            aws @Common iam get-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName" --query 'to_string(PolicyDocument)' --output text
        }
    }
}
