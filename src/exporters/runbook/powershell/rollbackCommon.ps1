# The newest backup of this role in $Backup; empty where there is none.
function Find-Backup {
    $script:Backup = ''
    $Folders = Get-ChildItem -Path 'policies' -Filter 'backup-*' | Sort-Object -Property Name
    foreach ($Folder in $Folders) {
        $ArnFile = "policies/$($Folder.Name)/role-arn.txt"
        if ((Test-Path -LiteralPath $ArnFile) -and (Read-Text $ArnFile).Trim() -ceq $RoleArn) {
            $script:Backup = "policies/$($Folder.Name)"
        }
    }
}

# A second rollback goes on with the backup before this one.
function Complete-Restore {
    if ($DryRun) {
        Write-Host 'Nothing was changed: this was a dry run.'
    } else {
        Move-Item -LiteralPath $Backup -Destination ($Backup -replace 'policies/backup-', 'policies/restored-')
        Write-Host "Done: $RoleName is as it was in $Backup."
    }
}

function Confirm-Deletion([string]$What) {
    if ($Yes -or $DryRun) { return }
    if ((Read-Host -Prompt "$What Type yes to go on") -cne 'yes') { Stop-Run 'Nothing was changed.' }
}
