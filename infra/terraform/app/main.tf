terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  # The bucket of the other root keeps the state: bucket and region are given to `terraform init`.
  backend "s3" {
    key          = "state/app.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { Project = var.name, Environment = var.environment, ManagedBy = "terraform" }
  }
}

data "aws_caller_identity" "this" {}
