function Restore-Role {
    Invoke-Change 'Restore the trust policy' {
        aws @Common iam update-assume-role-policy "--role-name=$RoleName" --policy-document "file://$Backup/trust-policy.json"
    }
    Invoke-Change 'Restore the description and the session duration' {
        aws @Common iam update-role --cli-input-json "file://$Backup/settings.json"
    }
    $Boundary = (Read-Text "$Backup/permissions-boundary.txt").Trim()
    $HaveBoundary = Read-Answer {
        aws @Common iam get-role "--role-name=$RoleName" --query "not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, '')" --output text
    }
    if ($Boundary -cne 'None') {
        Invoke-Change 'Restore the permissions boundary' {
            aws @Common iam put-role-permissions-boundary "--role-name=$RoleName" --permissions-boundary "$Boundary"
        }
    } elseif ($HaveBoundary) {
        Invoke-Change 'Remove the permissions boundary' {
            aws @Common iam delete-role-permissions-boundary "--role-name=$RoleName"
        }
    }
    $Tags = @(ConvertFrom-Json -InputObject (Read-Text "$Backup/tags.json") | ForEach-Object { $_ } | Where-Object { $_ })
    if ($Tags.Count -gt 0) {
        Invoke-Change 'Restore the tags' {
            aws @Common iam tag-role "--role-name=$RoleName" --tags "file://$Backup/tags.json"
        }
    }
    Remove-Tag (@($Tags | ForEach-Object { "Key != '$($_.Key)'" }) -join ' && ')
}
