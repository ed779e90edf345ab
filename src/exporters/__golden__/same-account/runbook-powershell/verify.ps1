<#
.SYNOPSIS
Reads the role back and compares it with these files. Changes nothing.
.DESCRIPTION
Exit code: 0 no difference, 1 differences or no answer. Checks for which a permission or a service is missing are skipped, and it says so.
.PARAMETER ProfileName
Use this profile of the AWS CLI; -Profile is the same.
#>
param(
    [Alias('Profile')][string]$ProfileName
)

$AccountId = '111122223333'
$Region = 'us-east-1'
$RoleName = 'QBusinessAnonymousApi-a1b2c3d4'
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

function Test-Service {
    Test-Application 'a1b2c3d4-5678-90ab-cdef-example11111'
    Test-Finding 'permissions policy' {
        aws @Common accessanalyzer validate-policy `
          --policy-type IDENTITY_POLICY `
          --policy-document file://policies/permspolicyforAPIanonymous.json `
          --query 'findings[].join('' '', [findingType, issueCode])' `
          --output text
    }
    Test-Finding 'trust policy' {
        aws @Common accessanalyzer validate-policy `
          --policy-type RESOURCE_POLICY `
          --validate-policy-resource-type AWS::IAM::AssumeRolePolicyDocument `
          --policy-document file://policies/trustpolicyforAPIanonymous.json `
          --query 'findings[].join('' '', [findingType, issueCode])' `
          --output text
    }
    Test-Simulation {
        aws @Common iam simulate-custom-policy `
          --action-names qbusiness:Chat qbusiness:ChatSync qbusiness:PutFeedback qbusiness:DeleteApplication `
          --resource-arns arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111 `
          --query 'EvaluationResults[?(EvalDecision==''allowed'') == (EvalActionName==''qbusiness:DeleteApplication'')].join('' '', [EvalActionName, EvalDecision])' `
          --policy-input-list "$PolicyList" `
          --output text
    }
}

Write-Host "Role $RoleName in account $AccountId."
Read-Role
if ($Role) {
    Test-Same 'trust policy' $HaveTrust $WantTrust
    Test-Same 'settings and tags' $HaveSettings $WantSettings
} else {
    Write-Different 'the role: there is none'
}

Read-Policy
if ($HavePolicy) {
    Test-Same 'permissions policy' $HavePolicy $WantPolicy
    if ($Attached) { Write-Same 'the policy is attached to the role' } else { Write-Different 'the policy is not attached to the role' }
    if ($OthersUsing) { Write-Host "note       the policy is also used by $OthersUsing" }
} else {
    Write-Different "permissions policy: there is none named $PolicyName"
}

if ($Role) {
    Read-OtherPolicy
    if ($OtherPolicies) { Write-Host "note       the role also has $OtherPolicies, which these files say nothing about" }
}

Test-Service

Write-Host "$Differences different, $Skipped skipped."
if ($Differences -gt 0) { exit 1 }
exit 0
} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
