# Whether IAM has another value of a setting, which may stand on several lines.
function Test-Setting([string]$Name) {
    $Have = ($HaveSettings -split "`n") -clike "$Name *"
    $Want = ($WantSettings -split "`n") -clike "$Name *"
    ($Have -join "`n") -cne ($Want -join "`n")
}
