Write-Host "Role $RoleName in account $AccountId."
Read-Role
if (-not $Role) { Write-Different 'the role: there is none' }
