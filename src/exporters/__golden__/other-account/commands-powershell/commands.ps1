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
  '--role-name=-r+=,.@-' `
  --assume-role-policy-document file://policies/trustpolicyforAPIanonymous.json `
  --path '/team/a=b/' `
  --description "`"it's \`"`$(id)\`" ``x`` %PATH% & caf$([char]0xE9) $([char]0xFF) \\`"" `
  --max-session-duration '7200' `
  --permissions-boundary arn:aws:iam::111122223333:policy/limits/Boundary `
  --tags "[ {\`"Key\`":\`"cost centre $([char]0xE9)\`",\`"Value\`":\`"a=b @ :/+-\`"}, {\`"Key\`":\`"team\`",\`"Value\`":\`"\`"} ]"
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Wait until the role exists.
aws iam wait role-exists `
  '--role-name=-r+=,.@-'
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Create the permissions policy.
aws iam create-policy `
  --policy-name 'p+=,.@-' `
  --policy-document file://policies/permspolicyforAPIanonymous.json
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# Attach the permissions policy to the role.
aws iam attach-role-policy `
  '--role-name=-r+=,.@-' `
  --policy-arn 'arn:aws:iam::111122223333:policy/p+=,.@-'
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }

# As the role of the other account, ask AWS STS for credentials.
aws sts assume-role `
  --role-arn 'arn:aws:iam::111122223333:role/team/a=b/-r+=,.@-' `
  --role-session-name qbusiness-chat
if ($LASTEXITCODE -ne 0) { throw 'Stopped: this command failed.' }
} finally {
    Pop-Location
    foreach ($Setting in @($Before.Keys)) { [Environment]::SetEnvironmentVariable($Setting, $Before[$Setting]) }
}
