# Every file is complete before the folder gets its name.
function Start-Backup {
    $script:Partial = 'policies/.backup-unfinished'
    if (Test-Path -LiteralPath $Partial) { Remove-Item -LiteralPath $Partial -Recurse -Force }
    [void](New-Item -ItemType Directory -Path $Partial)
    Save-Answer 'role-arn.txt' { aws @Common iam get-role "--role-name=$RoleName" --query Role.Arn --output text }
}

function Save-Answer([string]$File, [scriptblock]$Command) {
    Save-Text "$Partial/$File" (Read-Answer $Command)
}

function Complete-Backup {
    do {
        $Time = [DateTime]::UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", [Globalization.CultureInfo]::InvariantCulture)
        $Backup = "policies/backup-$Time"
        $IsTaken = Test-Path -LiteralPath $Backup
        if ($IsTaken) { Start-Sleep -Seconds 1 }
    } while ($IsTaken)
    Move-Item -LiteralPath $Partial -Destination $Backup
    Write-Host "Saved the present state to $Backup; policies/rollback.ps1 restores it."
}
