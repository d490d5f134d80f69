# Plans only: what is applied here could not be destroyed again.
mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

run "one_private_bucket" {
  command = plan

  assert {
    condition     = aws_s3_bucket.this.bucket == "touchbase-123456789012-eu-central-1"
    error_message = "The bucket is named after the installation, the account and the region."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Nothing in the bucket is lost by being overwritten."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "What lies in the bucket is encrypted."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls,
      aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls,
      aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ])
    error_message = "No one can make the bucket public."
  }

  assert {
    condition     = one(aws_s3_bucket_ownership_controls.this.rule).object_ownership == "BucketOwnerEnforced"
    error_message = "Rights come from policies alone."
  }
}

run "who_may_read_it" {
  command = plan

  assert {
    condition = anytrue([
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      statement.Effect == "Deny" && statement.Condition == { Bool = { "aws:SecureTransport" = "false" } }
    ])
    error_message = "Plain HTTP is refused."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      [statement.Principal.Service, statement.Action, statement.Resource] if statement.Effect == "Allow"
    ] == [["cloudfront.amazonaws.com", "s3:GetObject", "arn:aws:s3:::touchbase-123456789012-eu-central-1/site/*"]]
    error_message = "CloudFront reads the site, nothing else, and nobody else reads anything."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      statement.Condition.StringEquals == { "aws:SourceAccount" = "123456789012" } if statement.Effect == "Allow"
    ])
    error_message = "Only distributions of this account may."
  }
}

run "exports_stay_until_they_are_restored" {
  command = plan

  assert {
    condition = [
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule : one(rule.filter).prefix if length(rule.expiration) > 0
    ] == ["restored/"]
    error_message = "Only what was restored expires."
  }
}

run "a_name_that_aws_refuses_is_refused_first" {
  command = plan

  variables {
    name = "Touchbase"
  }

  expect_failures = [var.name]
}
