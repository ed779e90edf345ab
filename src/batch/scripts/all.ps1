function Stop-Run([string]$Message) {
    [Console]::Error.WriteLine($Message)
    exit 1
}

$Credentials = @()
if ($ProfileName) { $Credentials = @('--profile', $ProfileName) }
$Account = "$(& aws sts get-caller-identity --query Account --output text @Credentials)".Trim()
if ($LASTEXITCODE -ne 0) { Stop-Run 'The AWS CLI has no valid credentials.' }
$List = Join-Path -Path (Get-Location).ProviderPath -ChildPath "$Account/roles.tsv"
if (-not (Test-Path -LiteralPath $List)) {
    Stop-Run "Refused: these credentials belong to account $Account, and this batch has no role for it."
}

$Journal = Join-Path -Path (Get-Location).ProviderPath -ChildPath "journal-$Account.tsv"
function Add-Note([string]$Name, [string]$Outcome) {
    $Time = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
    [IO.File]::AppendAllText($Journal, "$Time`t$Account`t$Name`t$Verb`t$Outcome`n")
}

$Shell = (Get-Process -Id $PID).Path
$Count = 0
$Unchanged = 0
$Failed = 0
foreach ($Line in [IO.File]::ReadAllLines($List)) {
    $Folder, $Kind, $Name = $Line.Split("`t")
    if (-not $Name) { continue }
    if ($Role -and $Role -ne $Name) { continue }
    $Count++
    Write-Host "== $Name ($Account/$Folder)"
    $Base = (Get-Location).ProviderPath
    $Arguments = @('-NoProfile', '-File', "$Base/scripts/$Verb-$Kind.ps1", '-Folder', "$Base/$Account/$Folder") + $Options
    if ($ProfileName) { $Arguments += @('-ProfileName', $ProfileName) }
    $Output = @(& $Shell @Arguments)
    $Status = $LASTEXITCODE
    foreach ($Text in $Output) { Write-Host $Text }
    if ($Status -ne 0) {
        Add-Note $Name 'failed'
        $Failed++
        if (-not $KeepGoing) {
            Stop-Run "Stopped at the role $Name. The roles after it were not touched. Remove the cause and run this script again, or add -KeepGoing."
        }
    } elseif (@($Output | Where-Object { "$_".StartsWith('Nothing to do') }).Count -gt 0) {
        Add-Note $Name 'unchanged'
        $Unchanged++
    } elseif ($Options -contains '-DryRun') {
        Add-Note $Name 'planned'
    } else {
        Add-Note $Name 'done'
    }
}

if ($Count -eq 0) { Stop-Run "Account $Account has no role $Role here." }
Write-Host "Account ${Account}: $Count roles, $Unchanged of them unchanged, $Failed failed. Journal: $Journal"
if ($Failed -gt 0) { exit 1 }
