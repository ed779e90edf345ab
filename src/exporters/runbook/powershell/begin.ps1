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
