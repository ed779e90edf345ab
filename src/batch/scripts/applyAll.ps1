# Creates every role of one account, or brings it up to date: the account of the credentials.
#
#   ./apply-all.ps1 [-Update] [-DryRun] [-KeepGoing] [-Profile NAME]
#
# Each role goes through its own apply.ps1. journal-ACCOUNT.tsv gets a line a role. It can be
# interrupted and repeated: what is as it should be stays untouched. Exit status: 0 done or nothing
# to do, 1 refused or failed.
param(
  [switch] $Update,
  [switch] $DryRun,
  [switch] $KeepGoing,
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

$journal = Join-Path -Path $PSScriptRoot -ChildPath "journal-$account.tsv"
function Add-Note([string] $Role, [string] $Folder, [string] $Outcome) {
  $time = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
  [IO.File]::AppendAllText($journal, "$time`t$account`t$Role`t$Folder`t$Outcome`n")
}

$shell = (Get-Process -Id $PID).Path
$counts = @{ done = 0; unchanged = 0; failed = 0 }
foreach ($line in [IO.File]::ReadAllLines((Join-Path -Path $PSScriptRoot -ChildPath $list))) {
  if (-not $line) { continue }
  $folder, $role = $line.Split("`t")
  Write-Output "== $account/$folder ($role)"
  $script = Join-Path -Path $PSScriptRoot -ChildPath "$account/$folder/policies/apply.ps1"
  $arguments = @('-NoProfile', '-File', $script)
  if ($Update) { $arguments += '-Update' }
  if ($DryRun) { $arguments += '-DryRun' }
  if ($Profile) { $arguments += @('-Profile', $Profile) }
  $output = @(& $shell @arguments)
  $status = $LASTEXITCODE
  $output | Write-Output
  if ($status -ne 0) {
    Add-Note $role $folder 'failed'
    $counts.failed += 1
    if (-not $KeepGoing) {
      Stop-Here "Stopped at $account/$folder. The roles after it were not touched. Remove the cause and run this script again."
    }
  } elseif (@($output | Where-Object { "$_".StartsWith('Nothing to do') }).Count -gt 0) {
    Add-Note $role $folder 'unchanged'
    $counts.unchanged += 1
  } else {
    $outcome = 'done'
    if ($DryRun) { $outcome = 'planned' }
    Add-Note $role $folder $outcome
    $counts.done += 1
  }
}

Write-Output "Account ${account}: $($counts.done) created or changed, $($counts.unchanged) unchanged, $($counts.failed) failed. Journal: $journal"
if ($counts.failed -gt 0) { exit 1 }
