# Deletes the role, which IAM does only without its policy.
function Remove-RoleAndPolicy {
    if ($HavePolicy) {
        Remove-Policy
        $script:PutBack = {
            Invoke-Change 'Give the role its policy back' {
                aws @Common iam put-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName" --policy-document "file://$PermissionsPolicy"
            }
        }
    }
    Remove-Role
}

function Remove-Role {
    Invoke-Change 'Delete the role' {
        aws @Common iam delete-role "--role-name=$RoleName"
    }
}
