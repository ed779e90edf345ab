if ($Role) {
    Read-OtherPolicy
    if ($OtherPolicies) { Write-Host "note       the role also has $OtherPolicies, which these files say nothing about" }
}

Test-Service

Write-Host "$Differences different, $Skipped skipped."
if ($Differences -gt 0) { exit 1 }
exit 0
