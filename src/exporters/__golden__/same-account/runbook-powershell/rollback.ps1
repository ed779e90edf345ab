<#
.SYNOPSIS
Restores what apply.ps1 -Update changed, or removes what apply.ps1 created.
.DESCRIPTION
Without -Delete it restores the newest policies/backup-<UTC time>; repeated, the one before. Exit code: 0 done or nothing to do, 1 refused or failed.
.PARAMETER Delete
Delete the policy and the role, if they are as apply.ps1 created them.
.PARAMETER Yes
Do not ask before deleting.
.PARAMETER DryRun
Show what would be done and do nothing.
.PARAMETER ProfileName
Use this profile of the AWS CLI; -Profile is the same.
#>
param(
    [switch]$Delete,
    [switch]$Yes,
    [switch]$DryRun,
    [Alias('Profile')][string]$ProfileName
)

$AccountId = '111122223333'
$Region = 'us-east-1'
$RoleName = 'QBusinessAnonymousApi-a1b2c3d4'
$RoleArn = 'arn:aws:iam::111122223333:role/chat/QBusinessAnonymousApi-a1b2c3d4'
$TrustPolicy = 'policies/trustpolicyforAPIanonymous.json'
$PolicyName = 'QBusinessAnonymousApi-a1b2c3d4'
$PermissionsPolicy = 'policies/permspolicyforAPIanonymous.json'
$PolicyArn = 'arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4'
$OwnInlinePolicy = ''
$OwnManagedPolicy = 'arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4'

# What the session may have set changes nothing here, and nothing set here outlives the script.
$PSDefaultParameterValues = @{}
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
$WhatIfPreference = $false
$ConfirmPreference = 'High'
$PSNativeCommandArgumentPassing = 'Legacy'
$PSNativeCommandUseErrorActionPreference = $false
$OFS = ' '
$Settings = @{
    AWS_PAGER = ''
    AWS_CLI_AUTO_PROMPT = 'off'
    AWS_CLI_FILE_ENCODING = 'UTF-8'
    AWS_REGION = $Region
    AWS_DEFAULT_REGION = $Region
    PYTHONIOENCODING = 'utf-8'
}
$Before = @{}
foreach ($Setting in @($Settings.Keys)) {
    $Before[$Setting] = [Environment]::GetEnvironmentVariable($Setting)
    [Environment]::SetEnvironmentVariable($Setting, $Settings[$Setting])
}

# The folder that holds policies.
Push-Location -LiteralPath "$PSScriptRoot/.."
try {

$Programs = @(Get-Command -Name aws -CommandType Application -ErrorAction SilentlyContinue)
if ($Programs.Count -eq 0) {
    throw 'The AWS CLI is missing: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'
}
# A function or an alias of this name would come before the program.
Set-Alias -Name aws -Value $Programs[0].Path -Scope Script -Force

function Stop-Run([string]$Message) {
    [Console]::Error.WriteLine($Message)
    exit 1
}

if (-not (Test-Path -LiteralPath $PermissionsPolicy)) {
    Stop-Run "The file $PermissionsPolicy is missing: keep the folder together."
}
$Common = @('--region', $Region)
if ($ProfileName) { $Common += @('--profile', $ProfileName) }

# Windows PowerShell takes what a program writes to standard error for errors of its own.
function Invoke-Aws([scriptblock]$Command) {
    $ErrorActionPreference = 'Continue'
    $Lines = @(& $Command 2>&1)
    $Succeeded = $LASTEXITCODE -eq 0
    $Errors = @($Lines | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) -join "`n"
    $Output = @($Lines | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] }) -join "`n"
    @{ Succeeded = $Succeeded; Errors = $Errors.Trim(); Output = $Output.Trim() }
}

# What IAM answers, and an empty text where it knows no such thing.
function Read-Answer([scriptblock]$Command) {
    $Result = Invoke-Aws $Command
    if ($Result.Succeeded) { return $Result.Output }
    if ($Result.Errors -notmatch 'NoSuchEntity') { Stop-Run "Stopped while reading: $($Result.Errors)" }
    return ''
}

function Read-Text([string]$Path) {
    [IO.File]::ReadAllText((Resolve-Path -LiteralPath $Path).ProviderPath)
}

# In UTF-8 without a byte order mark, which IAM would refuse.
function Save-Text([string]$Path, [string]$Text) {
    [IO.File]::WriteAllText((Join-Path -Path (Get-Location).ProviderPath -ChildPath $Path), "$Text`n")
}

# Every value below an object as a text "path value".
function Get-Line($Value, [string]$Path) {
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        foreach ($Property in $Value.PSObject.Properties) {
            $Below = if ($Path) { "$Path.$($Property.Name)" } else { $Property.Name }
            Get-Line $Property.Value $Below
        }
    } elseif ($Value -is [array]) {
        $Count = 0
        foreach ($Item in $Value) {
            if ($Item -is [System.Management.Automation.PSCustomObject]) { $Count++ }
            $Below = if ($Count -gt 1) { "${Path}[$Count]" } else { $Path }
            Get-Line $Item $Below
        }
    } elseif ($null -ne $Value) {
        "$Path $Value"
    }
}

# The lines of a JSON text, sorted. Neither the order of keys and of lists nor a list around a
# single value makes a difference.
function ConvertTo-Line([string]$Json, [string]$Part) {
    if (-not $Json) { return '' }
    $Value = ConvertFrom-Json -InputObject $Json
    if ($Part) { $Value = $Value.$Part }
    $Lines = New-Object -TypeName 'System.Collections.Generic.SortedSet[string]' -ArgumentList ([StringComparer]::Ordinal)
    foreach ($Line in @(Get-Line $Value '')) { [void]$Lines.Add($Line) }
    return @($Lines) -join "`n"
}

function Show-OnlyIn([string]$Lines, [string]$Others, [string]$Mark) {
    foreach ($Line in $Lines -split "`n") {
        if (($Others -split "`n") -cnotcontains $Line) { Write-Host "    $Mark $Line" }
    }
}

# Whether IAM has something else than it should have, and what.
function Test-Difference([string]$What, [string]$Have, [string]$Want) {
    if ($Have -ceq $Want) { return $false }
    Write-Host "  ${What}:"
    Show-OnlyIn $Have $Want '-'
    Show-OnlyIn $Want $Have '+'
    return $true
}

$Identity = Invoke-Aws { aws @Common sts get-caller-identity --query Account --output text }
if (-not $Identity.Succeeded) { Stop-Run "The AWS CLI has no valid credentials: $($Identity.Errors)" }
if ($Identity.Output -cne $AccountId) {
    Stop-Run "Refused: these credentials belong to account $($Identity.Output), this role belongs to account $AccountId."
}

function Read-Role {
    $script:Role = Read-Answer {
        aws @Common iam get-role "--role-name=$RoleName" --output text --query "to_string({
            Trust: Role.AssumeRolePolicyDocument,
            Settings: {
                Path: Role.Path,
                Description: Role.Description,
                MaxSessionDuration: Role.MaxSessionDuration,
                PermissionsBoundary: Role.PermissionsBoundary.PermissionsBoundaryArn,
                Tags: Role.Tags[?!starts_with(Key, 'aws:')].join(' => ', [Key, Value])
            }
        })"
    }
    $script:HaveTrust = ConvertTo-Line $Role 'Trust'
    $script:HaveSettings = ConvertTo-Line $Role 'Settings'
}
$WantTrust = ConvertTo-Line (Read-Text $TrustPolicy)

$WantSettings = @(
    'Description Amazon Q Business anonymous API access'
    'MaxSessionDuration 3600'
    'Path /chat/'
    'PermissionsBoundary arn:aws:iam::111122223333:policy/Boundary'
    'Tags team => chat'
) -join "`n"

# The document in $HavePolicy, empty where there is no such policy; who else has it in $OthersUsing.
function Read-Policy {
    $script:HavePolicy = ''
    $script:Attached = ''
    $script:OthersUsing = ''
    $Version = Read-Answer { aws @Common iam get-policy --policy-arn "$PolicyArn" --query Policy.DefaultVersionId --output text }
    if (-not $Version) { return }
    $Document = Read-Answer {
        aws @Common iam get-policy-version --policy-arn "$PolicyArn" --version-id "$Version" --query 'to_string(PolicyVersion.Document)' --output text
    }
    $script:HavePolicy = ConvertTo-Line $Document
    $script:Attached = Read-Answer {
        aws @Common iam list-attached-role-policies "--role-name=$RoleName" --query "AttachedPolicies[?PolicyArn=='$PolicyArn'].PolicyArn" --output text
    }
    $script:OthersUsing = Read-Answer {
        aws @Common iam list-entities-for-policy --policy-arn "$PolicyArn" --query "[PolicyRoles[?RoleName!='$RoleName'].RoleName, PolicyUsers[].UserName, PolicyGroups[].GroupName][]" --output text
    }
}
$WantPolicy = ConvertTo-Line (Read-Text $PermissionsPolicy)

# Policies of the role that these scripts did not create, by name.
function Read-OtherPolicy {
    $Inline = Read-Answer {
        aws @Common iam list-role-policies "--role-name=$RoleName" --query "PolicyNames[?@!='$OwnInlinePolicy']" --output text
    }
    $Managed = Read-Answer {
        aws @Common iam list-attached-role-policies "--role-name=$RoleName" --query "AttachedPolicies[?PolicyArn!='$OwnManagedPolicy'].PolicyName" --output text
    }
    $script:OtherPolicies = ("$Inline $Managed" -replace '\s+', ' ').Trim()
}

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

# Makes a document the policy's default version. IAM keeps five versions.
function Add-Version([string]$Path) {
    $Count = Read-Answer { aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'length(Versions)' --output text }
    if ([int]$Count -ge 5) {
        $Oldest = Read-Answer {
            aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text
        }
        Invoke-Change "Remove the oldest of five versions, $Oldest, of the managed policy" {
            aws @Common iam delete-policy-version --policy-arn "$PolicyArn" --version-id "$Oldest"
        }
    }
    Invoke-Change 'Create a new version of the managed policy' {
        aws @Common iam create-policy-version --policy-arn "$PolicyArn" --policy-document "file://$Path" --set-as-default
    }
}

# A policy that others use, or that this role does not use, was not created by these scripts.
function Assert-Owner {
    if ($OthersUsing) {
        Stop-Run "Refused: the managed policy $PolicyName is also used by $OthersUsing and would change for them too. Choose another policy name."
    }
    if (-not $Attached) {
        Stop-Run "Refused: a managed policy named $PolicyName exists, differs, and is not attached to this role. Choose another policy name, or delete that policy."
    }
}

function Join-Policy {
    Invoke-Change 'Attach the permissions policy to the role' {
        aws @Common iam attach-role-policy `
          --role-name QBusinessAnonymousApi-a1b2c3d4 `
          --policy-arn arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4
    }
}

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

# Removes the tags that a JMESPath filter picks. JSON goes through a file, because Windows
# PowerShell drops the double quotes of an argument.
function Remove-Tag([string]$Filter) {
    $Condition = "!starts_with(Key, 'aws:')"
    if ($Filter) { $Condition = "$Condition && $Filter" }
    $Request = Read-Answer {
        aws @Common iam list-role-tags "--role-name=$RoleName" --query "to_string({RoleName: '$RoleName', TagKeys: Tags[?$Condition].Key})" --output text
    }
    if (-not $Request -or $Request.Contains('"TagKeys":[]')) { return }
    $RequestFile = [IO.Path]::GetTempFileName()
    [IO.File]::WriteAllText($RequestFile, $Request)
    Invoke-Change 'Remove the tags that do not belong' {
        aws @Common iam untag-role --cli-input-json "file://$RequestFile"
    }
    Remove-Item -LiteralPath $RequestFile
}

function Restore-Role {
    Invoke-Change 'Restore the trust policy' {
        aws @Common iam update-assume-role-policy "--role-name=$RoleName" --policy-document "file://$Backup/trust-policy.json"
    }
    Invoke-Change 'Restore the description and the session duration' {
        aws @Common iam update-role --cli-input-json "file://$Backup/settings.json"
    }
    $Boundary = (Read-Text "$Backup/permissions-boundary.txt").Trim()
    $HaveBoundary = Read-Answer {
        aws @Common iam get-role "--role-name=$RoleName" --query "not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, '')" --output text
    }
    if ($Boundary -cne 'None') {
        Invoke-Change 'Restore the permissions boundary' {
            aws @Common iam put-role-permissions-boundary "--role-name=$RoleName" --permissions-boundary "$Boundary"
        }
    } elseif ($HaveBoundary) {
        Invoke-Change 'Remove the permissions boundary' {
            aws @Common iam delete-role-permissions-boundary "--role-name=$RoleName"
        }
    }
    $Tags = @(ConvertFrom-Json -InputObject (Read-Text "$Backup/tags.json") | ForEach-Object { $_ } | Where-Object { $_ })
    if ($Tags.Count -gt 0) {
        Invoke-Change 'Restore the tags' {
            aws @Common iam tag-role "--role-name=$RoleName" --tags "file://$Backup/tags.json"
        }
    }
    Remove-Tag (@($Tags | ForEach-Object { "Key != '$($_.Key)'" }) -join ' && ')
}

function Restore-Policy {
    if (-not (Test-Path -LiteralPath "$Backup/permissions-policy.json")) {
        if ($HavePolicy) { Remove-Policy }
        return
    }
    if (-not $HavePolicy) { Stop-Run "Refused: the managed policy $PolicyName is gone. Run policies/apply.ps1 first." }
    if ($HavePolicy -cne (ConvertTo-Line (Read-Text "$Backup/permissions-policy.json"))) {
        Assert-Owner
        Add-Version "$Backup/permissions-policy.json"
    }
    if ((Read-Text "$Backup/attached.txt").Trim() -ceq 'not attached') {
        if ($Attached) { Split-Policy }
    } elseif (-not $Attached) {
        Join-Policy
    }
}

function Split-Policy {
    Invoke-Change 'Detach the permissions policy from the role' {
        aws @Common iam detach-role-policy "--role-name=$RoleName" --policy-arn "$PolicyArn"
    }
}

function Remove-Policy {
    if ($Attached) { Split-Policy }
    Remove-Version
}

# Deletes the policy with all its versions.
function Remove-Version {
    $Versions = Read-Answer {
        aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'Versions[?!IsDefaultVersion].VersionId' --output text
    }
    foreach ($Version in @($Versions -split '\s+' | Where-Object { $_ })) {
        Invoke-Change "Delete the old version $Version of the managed policy" {
            aws @Common iam delete-policy-version --policy-arn "$PolicyArn" --version-id "$Version"
        }
    }
    Invoke-Change 'Delete the managed policy' {
        aws @Common iam delete-policy --policy-arn "$PolicyArn"
    }
}

# Deletes the role, which IAM does only without its policy, and then the policy.
function Remove-RoleAndPolicy {
    if ($Attached) {
        Split-Policy
        $script:PutBack = { Join-Policy }
    }
    Remove-Role
    $script:PutBack = $null
    if ($HavePolicy) { Remove-Version }
}

function Remove-Role {
    Invoke-Change 'Delete the role' {
        aws @Common iam delete-role "--role-name=$RoleName"
    }
}

Write-Host "Role $RoleName in account $AccountId."
Read-Role
Read-Policy
Find-Backup

if (-not $Delete) {
    if (-not $Backup) { Stop-Run 'Nothing was changed: there is no backup of this role. To remove what apply created, add -Delete.' }
    if (-not $Role) { Stop-Run 'Refused: the role is gone, so there is nothing to restore. Run policies/apply.ps1 first.' }
    Restore-Policy
    Restore-Role
    Complete-Restore
    exit 0
}

if (-not $Role -and -not $HavePolicy) {
    Write-Host 'Nothing to do: there is neither the role nor the policy.'
    exit 0
}
if ($Role) {
    if ((Test-Difference 'The trust policy differs' $HaveTrust $WantTrust) -or (Test-Difference 'The settings differ' $HaveSettings $WantSettings)) {
        Stop-Run 'Refused: this is not the role that apply created. Delete it yourself, or run policies/apply.ps1 -Update first.'
    }
    Read-OtherPolicy
    if ($OtherPolicies) { Stop-Run "Refused: the role also has $OtherPolicies, which apply did not create. Remove those policies first." }
    $InstanceProfiles = Read-Answer {
        aws @Common iam list-instance-profiles-for-role "--role-name=$RoleName" --query 'InstanceProfiles[].InstanceProfileName' --output text
    }
    if ($InstanceProfiles) { Stop-Run "Refused: the role is in the instance profile $InstanceProfiles. Remove it from there first." }
}
if ($HavePolicy) {
    if (Test-Difference 'The permissions policy differs' $HavePolicy $WantPolicy) {
        Stop-Run 'Refused: this is not the policy that apply created. Delete it yourself, or run policies/apply.ps1 -Update first.'
    }
    if ($OthersUsing) { Stop-Run "Refused: the managed policy $PolicyName is also used by $OthersUsing." }
}
if ($Backup) { Write-Host "The role was there before apply changed it: without -Delete, $Backup is restored." }
Confirm-Deletion "This deletes the role $RoleName and its policy $PolicyName."
if ($Role) { Remove-RoleAndPolicy } else { Remove-Policy }
if ($DryRun) { Write-Host 'Nothing was changed: this was a dry run.' } else { Write-Host 'Done: role and policy are gone.' }
exit 0
} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
