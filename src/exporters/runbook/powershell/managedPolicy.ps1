# The document in $HavePolicy, empty where there is no such policy; who else has it in $OthersUsing.
function Read-Policy {
    $script:HavePolicy = ''
    $script:Attached = ''
    $script:OthersUsing = ''
    $Version = Read-Answer { aws @Common iam get-policy --policy-arn "$PolicyArn" --query Policy.DefaultVersionId --output text }
    if (-not $Version) { return }
    $Document = Read-Answer {
        aws @Common iam get-policy-version --policy-arn "$PolicyArn" --version-id "$Version" --query 'to_string(PolicyVersion.Document)' --output text
    }
    $script:HavePolicy = ConvertTo-Line $Document
    $script:Attached = Read-Answer {
        aws @Common iam list-attached-role-policies "--role-name=$RoleName" --query "AttachedPolicies[?PolicyArn=='$PolicyArn'].PolicyArn" --output text
    }
    $script:OthersUsing = Read-Answer {
        aws @Common iam list-entities-for-policy --policy-arn "$PolicyArn" --query "[PolicyRoles[?RoleName!='$RoleName'].RoleName, PolicyUsers[].UserName, PolicyGroups[].GroupName][]" --output text
    }
}
$WantPolicy = ConvertTo-Line (Read-Text $PermissionsPolicy)
