function Restore-Policy {
    if (-not (Test-Path -LiteralPath "$Backup/permissions-policy.json")) {
        if ($HavePolicy) { Remove-Policy }
        return
    }
    if (-not $HavePolicy) { Stop-Run "Refused: the managed policy $PolicyName is gone. Run policies/apply.ps1 first." }
    if ($HavePolicy -cne (ConvertTo-Line (Read-Text "$Backup/permissions-policy.json"))) {
        Assert-Owner
        Add-Version "$Backup/permissions-policy.json"
    }
    if ((Read-Text "$Backup/attached.txt").Trim() -ceq 'not attached') {
        if ($Attached) { Split-Policy }
    } elseif (-not $Attached) {
        Join-Policy
    }
}

function Split-Policy {
    Invoke-Change 'Detach the permissions policy from the role' {
        aws @Common iam detach-role-policy "--role-name=$RoleName" --policy-arn "$PolicyArn"
    }
}

function Remove-Policy {
    if ($Attached) { Split-Policy }
    Remove-Version
}

# Deletes the policy with all its versions.
function Remove-Version {
    $Versions = Read-Answer {
        aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'Versions[?!IsDefaultVersion].VersionId' --output text
    }
    foreach ($Version in @($Versions -split '\s+' | Where-Object { $_ })) {
        Invoke-Change "Delete the old version $Version of the managed policy" {
            aws @Common iam delete-policy-version --policy-arn "$PolicyArn" --version-id "$Version"
        }
    }
    Invoke-Change 'Delete the managed policy' {
        aws @Common iam delete-policy --policy-arn "$PolicyArn"
    }
}
