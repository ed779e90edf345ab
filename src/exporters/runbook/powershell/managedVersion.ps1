# Makes a document the policy's default version. IAM keeps five versions.
function Add-Version([string]$Path) {
    $Count = Read-Answer { aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'length(Versions)' --output text }
    if ([int]$Count -ge 5) {
        $Oldest = Read-Answer {
            aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text
        }
        Invoke-Change "Remove the oldest of five versions, $Oldest, of the managed policy" {
            aws @Common iam delete-policy-version --policy-arn "$PolicyArn" --version-id "$Oldest"
        }
    }
    Invoke-Change 'Create a new version of the managed policy' {
        aws @Common iam create-policy-version --policy-arn "$PolicyArn" --policy-document "file://$Path" --set-as-default
    }
}
