// @ts-check

const core = 'https://learn.microsoft.com/powershell/module/microsoft.powershell.core';
const management = 'https://learn.microsoft.com/powershell/module/microsoft.powershell.management';
const utility = 'https://learn.microsoft.com/powershell/module/microsoft.powershell.utility';
const dotNet = 'https://learn.microsoft.com/dotnet/api';

/**
 * Cmdlets that Windows PowerShell 5.1 and PowerShell 7 both have, with the parameters that the
 * scripts use; every other one is refused.
 *
 * @type {Readonly<Record<string, { readonly source: string, readonly parameters: readonly string[] }>>}
 */
export const cmdlets = {
  'ConvertFrom-Json': { source: `${utility}/convertfrom-json`, parameters: ['InputObject'] },
  'ConvertTo-Json': {
    source: `${utility}/convertto-json`,
    parameters: ['InputObject', 'Compress'],
  },
  'ForEach-Object': { source: `${core}/foreach-object`, parameters: [] },
  'Get-ChildItem': { source: `${management}/get-childitem`, parameters: ['Path', 'Filter'] },
  'Get-Command': {
    source: `${core}/get-command`,
    parameters: ['Name', 'CommandType', 'ErrorAction'],
  },
  'Get-Location': { source: `${management}/get-location`, parameters: [] },
  'Join-Path': { source: `${management}/join-path`, parameters: ['Path', 'ChildPath'] },
  'Move-Item': { source: `${management}/move-item`, parameters: ['LiteralPath', 'Destination'] },
  'New-Item': { source: `${management}/new-item`, parameters: ['ItemType', 'Path'] },
  'New-Object': { source: `${utility}/new-object`, parameters: ['TypeName', 'ArgumentList'] },
  'Pop-Location': { source: `${management}/pop-location`, parameters: [] },
  'Push-Location': { source: `${management}/push-location`, parameters: ['LiteralPath'] },
  'Read-Host': { source: `${utility}/read-host`, parameters: ['Prompt'] },
  'Remove-Item': {
    source: `${management}/remove-item`,
    parameters: ['LiteralPath', 'Recurse', 'Force'],
  },
  'Resolve-Path': { source: `${management}/resolve-path`, parameters: ['LiteralPath'] },
  'Set-Alias': {
    source: `${utility}/set-alias`,
    parameters: ['Name', 'Value', 'Scope', 'Force'],
  },
  'Set-StrictMode': { source: `${core}/set-strictmode`, parameters: ['Off'] },
  'Sort-Object': { source: `${utility}/sort-object`, parameters: ['Property'] },
  'Start-Sleep': { source: `${utility}/start-sleep`, parameters: ['Seconds'] },
  'Test-Path': { source: `${management}/test-path`, parameters: ['LiteralPath'] },
  'Where-Object': { source: `${core}/where-object`, parameters: [] },
  'Write-Host': { source: `${utility}/write-host`, parameters: [] },
};

/** Types of .NET, in brackets or behind -TypeName, that both versions have. */
export const types = {
  array: `${dotNet}/system.array`,
  char: `${dotNet}/system.char`,
  int: `${dotNet}/system.int32`,
  string: `${dotNet}/system.string`,
  switch: `${dotNet}/system.management.automation.switchparameter`,
  scriptblock: `${dotNet}/system.management.automation.scriptblock`,
  void: `${dotNet}/system.void`,
  Console: `${dotNet}/system.console`,
  Environment: `${dotNet}/system.environment.setenvironmentvariable`,
  DateTime: `${dotNet}/system.datetime.utcnow`,
  'Globalization.CultureInfo': `${dotNet}/system.globalization.cultureinfo.invariantculture`,
  'IO.File': `${dotNet}/system.io.file`,
  'IO.Path': `${dotNet}/system.io.path.gettempfilename`,
  StringComparer: `${dotNet}/system.stringcomparer.ordinal`,
  'System.Management.Automation.ErrorRecord': `${dotNet}/system.management.automation.errorrecord`,
  'System.Management.Automation.PSCustomObject': `${dotNet}/system.management.automation.pscustomobject`,
};
