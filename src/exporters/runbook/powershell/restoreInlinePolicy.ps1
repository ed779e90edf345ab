# An inline policy belongs to its role alone.
$OthersUsing = ''

function Restore-Policy {
    if (Test-Path -LiteralPath "$Backup/permissions-policy.json") {
        Invoke-Change 'Restore the permissions policy' {
            aws @Common iam put-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName" --policy-document "file://$Backup/permissions-policy.json"
        }
    } elseif ($HavePolicy) {
        Remove-Policy
    }
}

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

function Remove-Policy {
    Invoke-Change 'Delete the permissions policy of the role' {
        aws @Common iam delete-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName"
    }
}
