$Changes = 0

# What gives the role its policy back before a failing step ends the script.
$PutBack = $null

# Runs a command that changes something. A role, policy or principal created a moment ago may be
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
            [Console]::Error.WriteLine("Stopped at the step ""$Step"": $($Result.Errors)")
            if ($PutBack) {
                $Undo = $PutBack
                $script:PutBack = $null
                & $Undo
            }
            Stop-Run 'Nothing after this step was done. Remove the cause and run this script again: it goes on from here.'
        }
        Start-Sleep -Seconds ($Attempt + 1)
    }
}
