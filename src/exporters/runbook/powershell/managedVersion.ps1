# Makes a document the policy's default version. IAM keeps {{max_versions_in_words}} versions.
function Add-Version([string]$Path) {
    $Count = Read-Answer { aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'length(Versions)' --output text }
    if ([int]$Count -ge {{max_versions}}) {
        $Oldest = Read-Answer {
            aws @Common iam list-policy-versions --policy-arn "$PolicyArn" --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text
        }
        Invoke-Change "Remove the oldest of {{max_versions_in_words}} versions, $Oldest, of the managed policy" {
            aws @Common iam delete-policy-version --policy-arn "$PolicyArn" --version-id "$Oldest"
        }
    }
    Invoke-Change 'Create a new version of the managed policy' {
        aws @Common iam create-policy-version --policy-arn "$PolicyArn" --policy-document "file://$Path" --set-as-default
    }
}
