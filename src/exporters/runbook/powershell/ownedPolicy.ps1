# A policy that others use, or that this role does not use, was not created by these scripts.
function Assert-Owner {
    if ($OthersUsing) {
        Stop-Run "Refused: the managed policy $PolicyName is also used by $OthersUsing and would change for them too. Choose another policy name."
    }
    if (-not $Attached) {
        Stop-Run "Refused: a managed policy named $PolicyName exists, differs, and is not attached to this role. Choose another policy name, or delete that policy."
    }
}
