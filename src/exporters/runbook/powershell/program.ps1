$Programs = @(Get-Command -Name aws -CommandType Application -ErrorAction SilentlyContinue)
if ($Programs.Count -eq 0) {
    throw 'The AWS CLI is missing: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'
}
# A function or an alias of this name would come before the program.
Set-Alias -Name aws -Value $Programs[0].Path -Scope Script -Force
