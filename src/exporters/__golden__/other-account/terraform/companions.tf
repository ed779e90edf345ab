# Policies that others need. Nothing is attached unless a variable says so.
# Caller of the role: arn:aws:iam::444455556666:role/chat-caller.
# Lets the caller assume the role. Across accounts both sides must allow it: this policy there, the trust policy here.
data "aws_iam_policy_document" "role_caller" {
  statement {
    sid       = "AssumeQBusinessApiRole"
    effect    = "Allow"
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::111122223333:role/team/a=b/-r+=,.@-"]
  }
}

output "role_caller_policy" {
  value = data.aws_iam_policy_document.role_caller.json
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
    resources = ["arn:aws:iam::111122223333:role/team/a=b/-r+=,.@-"]
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
    resources = ["arn:aws:iam::111122223333:policy/p+=,.@-"]
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

# VPC endpoint: the interface endpoint for aws.api.us-east-1.qbusiness.
# Lets only this role through the endpoint, and only to these applications. Whatever else uses the endpoint needs a statement of its own. The endpoint carries API calls; the web experience is not reachable through it.
data "aws_iam_policy_document" "vpc_endpoint" {
  statement {
    sid    = "AllowRoleThroughEndpoint"
    effect = "Allow"
    actions = [
      "qbusiness:Chat",
      "qbusiness:ChatSync",
      "qbusiness:PutFeedback",
    ]
    resources = [
      "arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111",
      "arn:aws:qbusiness:us-east-1:111122223333:application/f0e1d2c3-5678-90ab-cdef-0123456789ab",
    ]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::111122223333:role/team/a=b/-r+=,.@-"]
    }
  }
}

output "vpc_endpoint_policy" {
  value = data.aws_iam_policy_document.vpc_endpoint.json
}

variable "vpc_endpoint_ids" {
  description = "The endpoints whose policy becomes this one; it replaces the policy that they have."
  type        = set(string)
  default     = []
}

resource "aws_vpc_endpoint_policy" "vpc_endpoint" {
  for_each        = var.vpc_endpoint_ids
  vpc_endpoint_id = each.value
  policy          = data.aws_iam_policy_document.vpc_endpoint.json
}
