# Policies of the role that these scripts did not create, by name.
function Read-OtherPolicy {
    $Inline = Read-Answer {
        aws @Common iam list-role-policies "--role-name=$RoleName" --query "PolicyNames[?@!='$OwnInlinePolicy']" --output text
    }
    $Managed = Read-Answer {
        aws @Common iam list-attached-role-policies "--role-name=$RoleName" --query "AttachedPolicies[?PolicyArn!='$OwnManagedPolicy'].PolicyName" --output text
    }
    $script:OtherPolicies = ("$Inline $Managed" -replace '\s+', ' ').Trim()
}
