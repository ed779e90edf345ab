Write-Host "Role $RoleName in account $AccountId."
Read-Role
Read-Policy
Find-Backup

if (-not $Delete) {
    if (-not $Backup) { Stop-Run 'Nothing was changed: there is no backup of this role. To remove what apply created, add -Delete.' }
    if (-not $Role) { Stop-Run 'Refused: the role is gone, so there is nothing to restore. Run policies/apply.ps1 first.' }
    Restore-Policy
    Restore-Role
    Complete-Restore
    exit 0
}

if (-not $Role -and -not $HavePolicy) {
    Write-Host 'Nothing to do: there is neither the role nor the policy.'
    exit 0
}
if ($Role) {
    if ((Test-Difference 'The trust policy differs' $HaveTrust $WantTrust) -or (Test-Difference 'The settings differ' $HaveSettings $WantSettings)) {
        Stop-Run 'Refused: this is not the role that apply created. Delete it yourself, or run policies/apply.ps1 -Update first.'
    }
    Read-OtherPolicy
    if ($OtherPolicies) { Stop-Run "Refused: the role also has $OtherPolicies, which apply did not create. Remove those policies first." }
    $InstanceProfiles = Read-Answer {
        aws @Common iam list-instance-profiles-for-role "--role-name=$RoleName" --query 'InstanceProfiles[].InstanceProfileName' --output text
    }
    if ($InstanceProfiles) { Stop-Run "Refused: the role is in the instance profile $InstanceProfiles. Remove it from there first." }
}
if ($HavePolicy) {
    if (Test-Difference 'The permissions policy differs' $HavePolicy $WantPolicy) {
        Stop-Run 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.ps1 -Update first.'
    }
    if ($OthersUsing) { Stop-Run "Refused: the managed policy $PolicyName is also used by $OthersUsing." }
}
if ($Backup) { Write-Host "The role was there before apply changed it: without -Delete, $Backup is restored." }
Confirm-Deletion "This deletes the role $RoleName and its policy $PolicyName."
if ($Role) { Remove-RoleAndPolicy } else { Remove-Policy }
if ($DryRun) { Write-Host 'Nothing was changed: this was a dry run.' } else { Write-Host 'Done: role and policy are gone.' }
exit 0
