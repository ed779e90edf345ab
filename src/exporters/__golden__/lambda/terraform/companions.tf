# Policies that others need. Nothing is attached unless a variable says so.
# Operator: the administrator or pipeline that creates the role.
# Lets an operator create and change this one role and hand it to the service that uses it, and nothing else in IAM.
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
      "iam:PutRolePolicy",
      "iam:GetRolePolicy",
      "iam:DeleteRolePolicy",
    ]
    resources = ["arn:aws:iam::111122223333:role/QBusinessAnonymousApi-a1b2c3d4"]
  }

  statement {
    sid       = "PassRole"
    effect    = "Allow"
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::111122223333:role/QBusinessAnonymousApi-a1b2c3d4"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["lambda.amazonaws.com"]
    }
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
