# Removes the tags that a JMESPath filter picks. JSON goes through a file, because Windows
# PowerShell drops the double quotes of an argument.
function Remove-Tag([string]$Filter) {
    $Condition = "!starts_with(Key, 'aws:')"
    if ($Filter) { $Condition = "$Condition && $Filter" }
    $Request = Read-Answer {
        aws @Common iam list-role-tags "--role-name=$RoleName" --query "to_string({RoleName: '$RoleName', TagKeys: Tags[?$Condition].Key})" --output text
    }
    if (-not $Request -or $Request.Contains('"TagKeys":[]')) { return }
    $RequestFile = [IO.Path]::GetTempFileName()
    [IO.File]::WriteAllText($RequestFile, $Request)
    Invoke-Change 'Remove the tags that do not belong' {
        aws @Common iam untag-role --cli-input-json "file://$RequestFile"
    }
    Remove-Item -LiteralPath $RequestFile
}
