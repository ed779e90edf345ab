Write-Host "Role $RoleName in account $AccountId."
Read-Role
if (-not $Role) { Stop-Run "Refused: there is no role $RoleName. These files add a policy to a role that exists." }
Read-Policy

if ($HavePolicy -and (Test-Difference 'The permissions policy differs' $HavePolicy $WantPolicy)) {
    Assert-Owner
    if (-not $Update) {
        Stop-Run 'Nothing was changed: a policy with this name is there and differs (- is there, + belongs there). To change it, add -Update.'
    }
    if (-not $DryRun) {
        Start-Backup
        Save-Policy
        Complete-Backup
    }
}
Set-Policy

if ($Changes -eq 0) {
    Write-Host 'Nothing to do: the role has the policy.'
} elseif ($DryRun) {
    Write-Host 'Nothing was changed: this was a dry run.'
} else {
    Write-Host "Done: the role $RoleName has the policy $PolicyName."
    Write-Host 'Next: policies/verify.ps1, then the steps of policies/README.md.'
}
exit 0
