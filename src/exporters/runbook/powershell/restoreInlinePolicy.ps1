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

function Remove-Policy {
    Invoke-Change 'Delete the permissions policy of the role' {
        aws @Common iam delete-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName"
    }
}
