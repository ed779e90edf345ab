function Read-Role {
    $script:Role = Read-Answer { aws @Common iam get-role "--role-name=$RoleName" --query Role.Arn --output text }
}
