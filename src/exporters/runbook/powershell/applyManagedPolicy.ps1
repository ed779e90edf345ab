function Set-Policy {
    if (-not $HavePolicy) {
        New-Policy
    } elseif ($HavePolicy -cne $WantPolicy) {
        Add-Version $PermissionsPolicy
    }
    if (-not $Attached) { Join-Policy }
}
