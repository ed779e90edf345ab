# For terraform apply in this folder. main.tf is a module as well: put them into a
# folder of their own, without this file and import.tf, and call that folder:
#   module "qbusiness_anonymous" { source = "./qbusiness_anonymous" }
# The module takes the provider of its caller, and needs the versions below.
terraform {
  required_version = ">= 1.7"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.68"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}
