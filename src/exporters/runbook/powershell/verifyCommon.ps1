$Differences = 0
$Skipped = 0

function Write-Same([string]$What) { Write-Host "same       $What" }

function Write-Different([string]$What) {
    $script:Differences++
    Write-Host "DIFFERENT  $What"
}

function Write-Skipped([string]$What, [string]$Errors) {
    $script:Skipped++
    $Reason = ($Errors -split "`n")[-1]
    if ($Errors -match 'invalid choice') { $Reason = 'this AWS CLI is too old to know the command' }
    Write-Host "skipped    ${What}: $Reason"
}

function Test-Same([string]$What, [string]$Have, [string]$Want) {
    if ($Have -ceq $Want) {
        Write-Same $What
    } else {
        Write-Different "$What (- is there, + belongs there)"
        Show-OnlyIn $Have $Want '-'
        Show-OnlyIn $Want $Have '+'
    }
}

function Test-Application([string]$ApplicationId) {
    $What = "application $ApplicationId is ANONYMOUS and ACTIVE"
    $Result = Invoke-Aws {
        aws @Common qbusiness get-application "--application-id=$ApplicationId" --query "join(' and ', [identityType, status])" --output text
    }
    if ($Result.Succeeded -and $Result.Output -ceq 'ANONYMOUS and ACTIVE') {
        Write-Same $What
    } elseif ($Result.Succeeded) {
        Write-Different "${What}: it is $($Result.Output)"
    } elseif ($Result.Errors -match 'ResourceNotFoundException') {
        Write-Different "${What}: there is no such application in $Region"
    } else {
        Write-Skipped $What $Result.Errors
    }
}

# Errors and security warnings count as differences. The command prints each finding as a line.
function Test-Finding([string]$Document, [scriptblock]$Command) {
    $What = "Access Analyzer on the $Document"
    $Result = Invoke-Aws $Command
    if (-not $Result.Succeeded) {
        Write-Skipped $What $Result.Errors
    } elseif ($Result.Output -match 'ERROR|SECURITY_WARNING') {
        Write-Different "${What}: $($Result.Output)"
    } elseif ($Result.Output) {
        Write-Same "$What, which notes: $($Result.Output)"
    } else {
        Write-Same $What
    }
}

# The command prints what is decided otherwise than it should be.
function Test-Simulation([scriptblock]$Command) {
    $What = 'the policy allows its actions and no other'
    # The list option takes the text of a file apart unless it is a JSON list.
    $PolicyListFile = [IO.Path]::GetTempFileName()
    $PolicyList = "file://$PolicyListFile"
    [IO.File]::WriteAllText($PolicyListFile, (ConvertTo-Json -InputObject @(Read-Text $PermissionsPolicy) -Compress))
    $Result = Invoke-Aws $Command
    Remove-Item -LiteralPath $PolicyListFile
    if (-not $Result.Succeeded) {
        Write-Skipped $What $Result.Errors
    } elseif ($Result.Output) {
        Write-Different "${What}: $($Result.Output)"
    } else {
        Write-Same $What
    }
}
