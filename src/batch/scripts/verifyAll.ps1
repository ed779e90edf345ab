# Reads every role of one account back and compares it with these files: the account of the
# credentials. Changes nothing.
#
#   ./verify-all.ps1 [-Profile NAME]
#
# Exit status: 0 no difference, 1 differences or no answer.
param(
  [string] $Profile
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$PSDefaultParameterValues = @{}
$PSNativeCommandArgumentPassing = 'Legacy'
$PSNativeCommandUseErrorActionPreference = $false
$env:AWS_PAGER = ''
$env:AWS_CLI_AUTO_PROMPT = 'off'
$env:AWS_DEFAULT_OUTPUT = 'json'

function Stop-Here([string] $Message) {
  [Console]::Error.WriteLine($Message)
  exit 1
}

Set-Location -LiteralPath $PSScriptRoot
$credentials = @()
if ($Profile) { $credentials = @('--profile', $Profile) }

$account = & aws sts get-caller-identity --query Account --output text @credentials
if ($LASTEXITCODE -ne 0) { Stop-Here 'The AWS CLI has no valid credentials.' }
$account = "$account".Trim()
$list = Join-Path -Path $account -ChildPath 'roles.tsv'
if (-not (Test-Path -LiteralPath $list)) {
  Stop-Here "Refused: these credentials belong to account $account, and this batch has no role for it."
}

$shell = (Get-Process -Id $PID).Path
$same = 0
$different = @()
foreach ($line in [IO.File]::ReadAllLines((Join-Path -Path $PSScriptRoot -ChildPath $list))) {
  if (-not $line) { continue }
  $folder, $role = $line.Split("`t")
  Write-Output "== $account/$folder ($role)"
  $script = Join-Path -Path $PSScriptRoot -ChildPath "$account/$folder/policies/verify.ps1"
  $arguments = @('-NoProfile', '-File', $script)
  if ($Profile) { $arguments += @('-Profile', $Profile) }
  & $shell @arguments
  if ($LASTEXITCODE -eq 0) { $same += 1 } else { $different += "$account/$folder" }
}

Write-Output "Account ${account}: $same as they should be."
if ($different.Count -gt 0) {
  Write-Output "With differences or no answer: $($different -join ', ')"
  exit 1
}
