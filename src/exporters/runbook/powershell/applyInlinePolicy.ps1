# An inline policy belongs to its role alone.
function Assert-Owner { }

function Set-Policy {
    if ($HavePolicy -cne $WantPolicy) { New-Policy }
}
