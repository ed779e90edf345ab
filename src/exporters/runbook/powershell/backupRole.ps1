function Save-Role {
    Save-Answer 'trust-policy.json' {
        aws @Common iam get-role "--role-name=$RoleName" --query 'to_string(Role.AssumeRolePolicyDocument)' --output text
    }
    Save-Answer 'settings.json' {
        aws @Common iam get-role "--role-name=$RoleName" --query "to_string(Role.{RoleName: RoleName, Description: not_null(Description, ''), MaxSessionDuration: MaxSessionDuration})" --output text
    }
    Save-Answer 'tags.json' {
        aws @Common iam list-role-tags "--role-name=$RoleName" --query "to_string(Tags[?!starts_with(Key, 'aws:')])" --output text
    }
    Save-Answer 'permissions-boundary.txt' {
        aws @Common iam get-role "--role-name=$RoleName" --query "not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, '')" --output text
    }
}
