# Every command once, from the first to the last. policies/apply.ps1 can be repeated.

$Region = 'us-east-1'

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

# Create the role with its trust policy.
aws iam create-role `
  --role-name QBusinessAnonymousApi-a1b2c3d4 `
  --assume-role-policy-document file://policies/trustpolicyforAPIanonymous.json `
  --path '/chat/' `
  --description 'Amazon Q Business anonymous API access' `
  --permissions-boundary arn:aws:iam::111122223333:policy/Boundary `
  --tags 'Key=team,Value=chat'
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Wait until the role exists.
aws iam wait role-exists `
  --role-name QBusinessAnonymousApi-a1b2c3d4
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Create the permissions policy.
aws iam create-policy `
  --policy-name QBusinessAnonymousApi-a1b2c3d4 `
  --policy-document file://policies/permspolicyforAPIanonymous.json
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Attach the permissions policy to the role.
aws iam attach-role-policy `
  --role-name QBusinessAnonymousApi-a1b2c3d4 `
  --policy-arn arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# As the caller, ask AWS STS for credentials of the role; a chained session lasts one hour at most.
aws sts assume-role `
  --role-arn arn:aws:iam::111122223333:role/chat/QBusinessAnonymousApi-a1b2c3d4 `
  --role-session-name qbusiness-chat
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }
} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
