Write-Host "Role $RoleName in account $AccountId."
Read-Role
if ($Role) {
    Test-Same 'trust policy' $HaveTrust $WantTrust
    Test-Same 'settings and tags' $HaveSettings $WantSettings
} else {
    Write-Different 'the role: there is none'
}
