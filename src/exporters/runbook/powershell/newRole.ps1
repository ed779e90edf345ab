function Read-Role {
    $script:Role = Read-Answer {
        aws @Common iam get-role "--role-name=$RoleName" --output text --query "to_string({
            Trust: Role.AssumeRolePolicyDocument,
            Settings: {
                Path: Role.Path,
                Description: Role.Description,
                MaxSessionDuration: Role.MaxSessionDuration,
                PermissionsBoundary: Role.PermissionsBoundary.PermissionsBoundaryArn,
                Tags: Role.Tags[?!starts_with(Key, 'aws:')].join(' => ', [Key, Value])
            }
        })"
    }
    $script:HaveTrust = ConvertTo-Line $Role 'Trust'
    $script:HaveSettings = ConvertTo-Line $Role 'Settings'
}
$WantTrust = ConvertTo-Line (Read-Text $TrustPolicy)
