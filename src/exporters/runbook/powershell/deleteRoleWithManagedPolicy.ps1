# Deletes the role, which IAM does only without its policy, and then the policy.
function Remove-RoleAndPolicy {
    if ($Attached) {
        Split-Policy
        $script:PutBack = { Join-Policy }
    }
    Remove-Role
    $script:PutBack = $null
    if ($HavePolicy) { Remove-Version }
}

function Remove-Role {
    Invoke-Change 'Delete the role' {
        aws @Common iam delete-role "--role-name=$RoleName"
    }
}
