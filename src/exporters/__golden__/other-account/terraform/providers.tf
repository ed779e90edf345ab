# Leave this file out where main.tf becomes a module of yours.
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
