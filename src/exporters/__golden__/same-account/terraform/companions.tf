# Policies that others need. Nothing is attached unless a variable says so.
# Caller of the role: arn:aws:iam::111122223333:role/my-backend-role.
# Lets the caller assume the role. Within one account the trust policy alone is enough unless a permissions boundary or an SCP stands in the way.
data "aws_iam_policy_document" "role_caller" {
  statement {
    sid       = "AssumeQBusinessApiRole"
    effect    = "Allow"
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::111122223333:role/chat/QBusinessAnonymousApi-a1b2c3d4"]
  }
}

output "role_caller_policy" {
  value = data.aws_iam_policy_document.role_caller.json
}

variable "attach_role_caller_policy" {
  description = "Whether to add the policy to the role my-backend-role."
  type        = bool
  default     = false
}

resource "aws_iam_role_policy" "role_caller" {
  count  = var.attach_role_caller_policy ? 1 : 0
  role   = "my-backend-role"
  name   = "QBusinessAnonymous-role-caller"
  policy = data.aws_iam_policy_document.role_caller.json
}

# Operator: the administrator or pipeline that creates the role.
# Lets an operator create and change this one role and nothing else in IAM.
data "aws_iam_policy_document" "operator" {
  statement {
    sid    = "ManageRole"
    effect = "Allow"
    actions = [
      "iam:CreateRole",
      "iam:GetRole",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
      "iam:UpdateAssumeRolePolicy",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:ListRoleTags",
      "iam:DeleteRole",
      "iam:ListRolePolicies",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:AttachRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PutRolePermissionsBoundary",
      "iam:DeleteRolePermissionsBoundary",
    ]
    resources = ["arn:aws:iam::111122223333:role/chat/QBusinessAnonymousApi-a1b2c3d4"]
  }

  statement {
    sid    = "ManagePolicy"
    effect = "Allow"
    actions = [
      "iam:CreatePolicy",
      "iam:GetPolicy",
      "iam:GetPolicyVersion",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicyVersion",
      "iam:ListPolicyVersions",
      "iam:DeletePolicy",
    ]
    resources = ["arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4"]
  }
}

output "operator_policy" {
  value = data.aws_iam_policy_document.operator.json
}

variable "operator_role_name" {
  description = "The role to add the policy to: of the administrator or pipeline that creates the role."
  type        = string
  default     = null
}

resource "aws_iam_role_policy" "operator" {
  count  = var.operator_role_name == null ? 0 : 1
  role   = var.operator_role_name
  name   = "QBusinessAnonymous-operator"
  policy = data.aws_iam_policy_document.operator.json
}
