Write-Host "Role $RoleName in account $AccountId."
Read-Role
Read-Policy

$TrustDiffers = $Role -and (Test-Difference 'The trust policy differs' $HaveTrust $WantTrust)
$SettingsDiffer = $Role -and (Test-Difference 'The settings differ' $HaveSettings $WantSettings)
$PolicyDiffers = $HavePolicy -and (Test-Difference 'The permissions policy differs' $HavePolicy $WantPolicy)
if ($PolicyDiffers) { Assert-Owner }

if ($TrustDiffers -or $SettingsDiffer -or $PolicyDiffers) {
    if ($SettingsDiffer -and ($HaveSettings -split "`n") -cnotcontains "Path $RolePath") {
        Stop-Run 'Refused: IAM cannot change the path of a role. Choose another role name, or delete that role.'
    }
    if (-not $Update) {
        Stop-Run 'Nothing was changed: something with this name is there and differs (- is there, + belongs there). To change it, add -Update.'
    }
    if ($Role -and -not $DryRun) {
        Start-Backup
        Save-Role
        Save-Policy
        Complete-Backup
    }
}

if (-not $Role) { New-Role }
if ($TrustDiffers) {
    Invoke-Change 'Replace the trust policy' {
        aws @Common iam update-assume-role-policy "--role-name=$RoleName" --policy-document "file://$TrustPolicy"
    }
}
if ($SettingsDiffer) { Update-Setting }
Set-Policy

if ($Changes -eq 0) {
    Write-Host 'Nothing to do: the role is as it should be.'
} elseif ($DryRun) {
    Write-Host 'Nothing was changed: this was a dry run.'
} else {
    Write-Host "Done: $RoleArn"
    Write-Host 'Next: policies/verify.ps1, then the steps of policies/README.md.'
}
exit 0
