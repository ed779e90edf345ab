Write-Host "Role $RoleName in account $AccountId."
Read-Role
Read-Policy
$RoleArn = $Role
Find-Backup

if (-not $Delete) {
    if (-not $Backup) { Stop-Run 'Nothing was changed: there is no backup of this policy. To remove what apply created, add -Delete.' }
    if (-not $Role) { Stop-Run 'Refused: the role is gone, so there is nothing to restore.' }
    Restore-Policy
    Complete-Restore
    exit 0
}

if (-not $HavePolicy) {
    Write-Host 'Nothing to do: there is no such policy.'
    exit 0
}
if (Test-Difference 'The permissions policy differs' $HavePolicy $WantPolicy) {
    Stop-Run 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.ps1 -Update first.'
}
if ($OthersUsing) { Stop-Run "Refused: the managed policy $PolicyName is also used by $OthersUsing." }
if ($Backup) { Write-Host "The policy was there before apply changed it: without -Delete, $Backup is restored." }
Confirm-Deletion "This deletes the policy $PolicyName and leaves the role $RoleName."
Remove-Policy
if ($DryRun) { Write-Host 'Nothing was changed: this was a dry run.' } else { Write-Host 'Done: the policy is gone.' }
exit 0
