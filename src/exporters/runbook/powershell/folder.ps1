# The folder that holds policies.
Push-Location -LiteralPath "$PSScriptRoot/.."
try {
