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
