# For what the account has already: terraform apply -var NAME=true takes it over instead of creating it.
# Import blocks belong to the root module. Where main.tf is the module "qbusiness_anonymous", put them
# there, each with module.qbusiness_anonymous before its address in "to".
variable "role_exists" {
  description = "Whether the role QBusinessAnonymousApi-a1b2c3d4 exists: Terraform takes it over and changes it to what is described here."
  type        = bool
  default     = false
}

import {
  for_each = var.role_exists ? toset(["QBusinessAnonymousApi-a1b2c3d4"]) : []
  to       = aws_iam_role.qbusiness_anonymous
  id       = each.value
}

variable "policy_exists" {
  description = "Whether the account has a managed policy QBusinessAnonymousApi-a1b2c3d4 already."
  type        = bool
  default     = false
}

import {
  for_each = var.policy_exists ? toset(["arn:aws:iam::111122223333:policy/QBusinessAnonymousApi-a1b2c3d4"]) : []
  to       = aws_iam_policy.qbusiness_anonymous
  id       = each.value
}
