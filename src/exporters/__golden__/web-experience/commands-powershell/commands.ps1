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
  --role-name QBusinessAnonymousWeb-a1b2c3d4 `
  --assume-role-policy-document file://policies/trustpolicyforanonymous.json `
  --description 'Amazon Q Business anonymous web experience'
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Wait until the role exists.
aws iam wait role-exists `
  --role-name QBusinessAnonymousWeb-a1b2c3d4
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Add the permissions policy to the role as an inline policy.
aws iam put-role-policy `
  --role-name QBusinessAnonymousWeb-a1b2c3d4 `
  --policy-name QBusinessAnonymousWeb-a1b2c3d4 `
  --policy-document file://policies/permspolicyforwebexperienceanonymous.json
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Check for a web experience. If one is listed, enter its ID: the next step becomes an update.
aws qbusiness list-web-experiences `
  --region us-east-1 `
  --application-id a1b2c3d4-5678-90ab-cdef-example11111
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# If it has none, create one with the role. If AWS cannot assume the role yet, retry after 10 seconds.
# aws qbusiness create-web-experience `
#   --region us-east-1 `
#   --application-id a1b2c3d4-5678-90ab-cdef-example11111 `
#   --role-arn arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4 `
#   --origins https://www.example.com
} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
