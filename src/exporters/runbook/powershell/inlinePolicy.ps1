# The document in $HavePolicy, empty where the role has no such policy.
function Read-Policy {
    $Document = Read-Answer {
        aws @Common iam get-role-policy "--role-name=$RoleName" "--policy-name=$PolicyName" --query 'to_string(PolicyDocument)' --output text
    }
    $script:HavePolicy = ConvertTo-Line $Document
}
$WantPolicy = ConvertTo-Line (Read-Text $PermissionsPolicy)
