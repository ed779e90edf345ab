Read-Policy
if ($HavePolicy) {
    Test-Same 'permissions policy in the role' $HavePolicy $WantPolicy
} else {
    Write-Different "permissions policy: the role has none named $PolicyName"
}
