function Save-Role {
    $Answer = Read-Answer {
        aws @Common iam get-role "--role-name=$RoleName" --output text --query "[
            to_string(Role.AssumeRolePolicyDocument),
            to_string(Role.{RoleName: RoleName, Description: not_null(Description, ''), MaxSessionDuration: MaxSessionDuration}),
            to_string(Role.Tags[?!starts_with(Key, 'aws:')]),
            not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, 'None')
        ]"
    }
    $Trust, $Settings, $Tags, $Boundary = $Answer -split "`t"
    Save-Text "$Partial/trust-policy.json" $Trust
    Save-Text "$Partial/settings.json" $Settings
    Save-Text "$Partial/tags.json" $Tags
    Save-Text "$Partial/permissions-boundary.txt" $Boundary
}
