# Policies that others need. Nothing is attached unless a variable says so.
# URL issuer: the backend that creates a chat URL for each visitor; never the browser and never the web experience role.
# Lets the backend create anonymous chat URLs. The action needs the application and the web experience; enter the web experience ID to name one instead of every web experience of the application.
data "aws_iam_policy_document" "url_issuer" {
  statement {
    sid     = "QBusinessCreateAnonymousUrl"
    effect  = "Allow"
    actions = ["qbusiness:CreateAnonymousWebExperienceUrl"]
    resources = [
      "arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111",
      "arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111/web-experience/*",
    ]
  }
}

output "url_issuer_policy" {
  value = data.aws_iam_policy_document.url_issuer.json
}

variable "url_issuer_role_name" {
  description = "The role to add the policy to: of the backend that creates a chat URL for each visitor; never the browser and never the web experience role."
  type        = string
  default     = null
}

resource "aws_iam_role_policy" "url_issuer" {
  count  = var.url_issuer_role_name == null ? 0 : 1
  role   = var.url_issuer_role_name
  name   = "QBusinessAnonymous-url-issuer"
  policy = data.aws_iam_policy_document.url_issuer.json
}

# Operator: the administrator or pipeline that creates the role.
# Lets an operator create this role and hand it to the web experience. iam:PassRole names both service principals: Amazon Q Business asks for one and assumes the role as the other.
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
    resources = ["arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4"]
  }

  statement {
    sid    = "ManageWebExperience"
    effect = "Allow"
    actions = [
      "qbusiness:GetApplication",
      "qbusiness:CreateWebExperience",
      "qbusiness:UpdateWebExperience",
      "qbusiness:GetWebExperience",
      "qbusiness:ListWebExperiences",
      "qbusiness:CreateAnonymousWebExperienceUrl",
    ]
    resources = [
      "arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111",
      "arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111/web-experience/*",
    ]
  }

  statement {
    sid       = "PassWebExperienceRole"
    effect    = "Allow"
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::111122223333:role/QBusinessAnonymousWeb-a1b2c3d4"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values = [
        "qbusiness.amazonaws.com",
        "application.qbusiness.amazonaws.com",
      ]
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
