Read-Policy
if ($HavePolicy) {
    Test-Same 'permissions policy' $HavePolicy $WantPolicy
    if ($Attached) { Write-Same 'the policy is attached to the role' } else { Write-Different 'the policy is not attached to the role' }
    if ($OthersUsing) { Write-Host "note       the policy is also used by $OthersUsing" }
} else {
    Write-Different "permissions policy: there is none named $PolicyName"
}
