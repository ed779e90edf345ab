<#
.SYNOPSIS
Creates the role and its permissions policy, or brings them up to date.
.DESCRIPTION
It can be repeated: what is as it should be stays untouched. Exit code: 0 done or nothing to do, 1 refused or failed.
.PARAMETER Update
Change what is there and differs, after saving it to policies/backup-<UTC time>.
.PARAMETER DryRun
Show what would be done and do nothing.
.PARAMETER ProfileName
Use this profile of the AWS CLI; -Profile is the same.
#>
param(
    [switch]$Update,
    [switch]$DryRun,
    [Alias('Profile')][string]$ProfileName
)

$AccountId = '111122223333'
$Region = 'us-east-1'
$RoleName = 'QBusinessAnonymousWeb-a1b2c3d4'
$RoleArn = 'arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4'
$RolePath = '/'
$TrustPolicy = 'policies/trustpolicyforanonymous.json'
$PolicyName = 'QBusinessAnonymousWeb-a1b2c3d4'
$PermissionsPolicy = 'policies/permspolicyforwebexperienceanonymous.json'

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
    'Description Amazon Q Business anonymous web experience'
    'MaxSessionDuration 3600'
    'Path /'
) -join "`n"

# The document in $HavePolicy, empty where the role has no such policy.
function Read-Policy {
    $Document = Read-Answer {
        aws @Common iam get-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName" --query 'to_string(PolicyDocument)' --output text
    }
    $script:HavePolicy = ConvertTo-Line $Document
}
$WantPolicy = ConvertTo-Line (Read-Text $PermissionsPolicy)

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

function Save-Role {
    $Answer = Read-Answer {
        aws @Common iam get-role "--role-name=$RoleName" --output text --query "[
            to_string(Role.AssumeRolePolicyDocument),
            to_string(Role.{RoleName: RoleName, Description: not_null(Description, ''), MaxSessionDuration: MaxSessionDuration}),
            to_string(Role.Tags[?!starts_with(Key, 'aws:')]),
            not_null(Role.PermissionsBoundary.PermissionsBoundaryArn, 'None')
        ]"
    }
    $Trust, $Settings, $Tags, $Boundary = $Answer -split "`t"
    Save-Text "$Partial/trust-policy.json" $Trust
    Save-Text "$Partial/settings.json" $Settings
    Save-Text "$Partial/tags.json" $Tags
    Save-Text "$Partial/permissions-boundary.txt" $Boundary
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

function New-Role {
    Invoke-Change 'Create the role with its trust policy' {
        aws @Common iam create-role `
          --role-name QBusinessAnonymousWeb-a1b2c3d4 `
          --assume-role-policy-document file://policies/trustpolicyforanonymous.json `
          --description 'Amazon Q Business anonymous web experience'
    }
    Invoke-Change 'Wait until the role exists' {
        aws @Common iam wait role-exists `
          --role-name QBusinessAnonymousWeb-a1b2c3d4
    }
}

function Save-Policy {
    if ($HavePolicy) {
        Save-Answer 'permissions-policy.json' {
            aws @Common iam get-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName" --query 'to_string(PolicyDocument)' --output text
        }
    }
}

# Whether IAM has another value of a setting, which may stand on several lines.
function Test-Setting([string]$Name) {
    $Have = ($HaveSettings -split "`n") -clike "$Name *"
    $Want = ($WantSettings -split "`n") -clike "$Name *"
    ($Have -join "`n") -cne ($Want -join "`n")
}

function Update-Setting {
    if ((Test-Setting 'Description') -or (Test-Setting 'MaxSessionDuration')) {
        Invoke-Change 'Set the description and the session duration' {
            aws @Common iam update-role `
              --role-name QBusinessAnonymousWeb-a1b2c3d4 `
              --description 'Amazon Q Business anonymous web experience' `
              --max-session-duration '3600'
        }
    }
    if (Test-Setting 'PermissionsBoundary') {
        Invoke-Change 'Remove the permissions boundary' {
            aws @Common iam delete-role-permissions-boundary `
              --role-name QBusinessAnonymousWeb-a1b2c3d4
        }
    }
    if (Test-Setting 'Tags') {
        Remove-Tag ''
    }
}

function New-Policy {
    Invoke-Change 'Add the permissions policy to the role as an inline policy' {
        aws @Common iam put-role-policy `
          --role-name QBusinessAnonymousWeb-a1b2c3d4 `
          --policy-name QBusinessAnonymousWeb-a1b2c3d4 `
          --policy-document file://policies/permspolicyforwebexperienceanonymous.json
    }
}

# An inline policy belongs to its role alone.
function Assert-Owner { }

function Set-Policy {
    if ($HavePolicy -cne $WantPolicy) { New-Policy }
}

Write-Host "Role $RoleName in account $AccountId."
Read-Role
Read-Policy

$TrustDiffers = $Role -and (Test-Difference 'The trust policy differs' $HaveTrust $WantTrust)
$SettingsDiffer = $Role -and (Test-Difference 'The settings differ' $HaveSettings $WantSettings)
$PolicyDiffers = $HavePolicy -and (Test-Difference 'The permissions policy differs' $HavePolicy $WantPolicy)
if ($PolicyDiffers) { Assert-Owner }

if ($TrustDiffers -or $SettingsDiffer -or $PolicyDiffers) {
    if ($SettingsDiffer -and ($HaveSettings -split "`n") -cnotcontains "Path $RolePath") {
        Stop-Run 'Refused: IAM cannot change the path of a role. Choose another role name, or delete that role.'
    }
    if (-not $Update) {
        Stop-Run 'Nothing was changed: something with this name is there and differs (- is there, + belongs there). To change it, add -Update.'
    }
    if ($Role -and -not $DryRun) {
        Start-Backup
        Save-Role
        Save-Policy
        Complete-Backup
    }
}

if (-not $Role) { New-Role }
if ($TrustDiffers) {
    Invoke-Change 'Replace the trust policy' {
        aws @Common iam update-assume-role-policy "--role-name=$RoleName" --policy-document "file://$TrustPolicy"
    }
}
if ($SettingsDiffer) { Update-Setting }
Set-Policy

if ($Changes -eq 0) {
    Write-Host 'Nothing to do: the role is as it should be.'
} elseif ($DryRun) {
    Write-Host 'Nothing was changed: this was a dry run.'
} else {
    Write-Host "Done: $RoleArn"
    Write-Host 'Next: policies/verify.ps1, then the steps of policies/README.md.'
}
exit 0
} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
