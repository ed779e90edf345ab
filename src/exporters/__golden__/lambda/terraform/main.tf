data "aws_caller_identity" "current" {
}

data "aws_partition" "current" {
}

data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "AllowLambdaToAssumeRole"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["111122223333"]
    }
  }
}

resource "aws_iam_role" "qbusiness_anonymous" {
  name                 = "QBusinessAnonymousApi-a1b2c3d4"
  path                 = "/"
  description          = "Amazon Q Business anonymous API access"
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.trust.json

  lifecycle {
    precondition {
      condition     = data.aws_caller_identity.current.account_id == "111122223333"
      error_message = "This role is for account 111122223333, and these are credentials of account ${data.aws_caller_identity.current.account_id}."
    }

    precondition {
      condition     = data.aws_partition.current.partition == "aws"
      error_message = "This role is for the partition aws, and the provider works in ${data.aws_partition.current.partition}."
    }
  }
}

output "role_arn" {
  value = aws_iam_role.qbusiness_anonymous.arn
}

data "aws_iam_policy_document" "permissions" {
  statement {
    sid    = "QBusinessAnonymousConversationAPIPermissions"
    effect = "Allow"
    actions = [
      "qbusiness:Chat",
      "qbusiness:ChatSync",
      "qbusiness:PutFeedback",
    ]
    resources = ["arn:aws:qbusiness:us-east-1:111122223333:application/a1b2c3d4-5678-90ab-cdef-example11111"]
  }
}

resource "aws_iam_role_policy" "qbusiness_anonymous" {
  name   = "QBusinessAnonymousApi-a1b2c3d4"
  role   = aws_iam_role.qbusiness_anonymous.name
  policy = data.aws_iam_policy_document.permissions.json
}
