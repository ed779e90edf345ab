$Changes = 0

# Runs a command that changes something. A role, policy or principal made a moment ago may be
# unknown to other parts of IAM for some seconds, and a policy detached a moment ago may seem
# attached: only then it tries again.
function Invoke-Change([string]$Step, [scriptblock]$Command) {
    $script:Changes++
    Write-Host "$Step."
    if ($DryRun) {
        Write-Host "    $($Command.ToString().Trim())"
        return
    }
    for ($Attempt = 1; ; $Attempt++) {
        $Result = Invoke-Aws $Command
        if ($Result.Succeeded) { return }
        if ($Attempt -eq 6 -or $Result.Errors -notmatch 'NoSuchEntity|DeleteConflict|Invalid principal in policy') {
            Stop-Run "Stopped at the step ""$Step"": $($Result.Errors)`nNothing after this step was done. Remove the cause and run this script again: it goes on from here."
        }
        Start-Sleep -Seconds ($Attempt + 1)
    }
}
