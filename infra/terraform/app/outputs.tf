output "config" {
  description = "What the site must know of this installation: its config.json."
  value = {
    home   = "cloud"
    region = var.region
    api    = local.api_url
    guests = var.guests
    identity = {
      endpoint = "https://cognito-identity.${var.region}.amazonaws.com/"
      pool     = aws_cognito_identity_pool.this.id
    }
    login = {
      issuer = "https://${aws_cognito_user_pool.people.endpoint}"
      client = aws_cognito_user_pool_client.site.id
      domain = "https://${local.login_domain}"
      users  = "https://cognito-idp.${var.region}.amazonaws.com/"
    }
  }
}

output "site_url" {
  description = "Where the app is."
  value       = local.site_url
}

output "bucket" {
  description = "The bucket of the site and the exports."
  value       = var.bucket
}

output "distribution_id" {
  description = "The CloudFront distribution of the site."
  value       = aws_cloudfront_distribution.site.id
}

output "distribution_domain" {
  description = "Where a domain of your own must point."
  value       = aws_cloudfront_distribution.site.domain_name
}

output "table" {
  description = "The DynamoDB table."
  value       = aws_dynamodb_table.records.name
}

output "api_url" {
  description = "Where the API is, with its stage."
  value       = local.api_url
}

output "identity_pool_id" {
  description = "The identity pool."
  value       = aws_cognito_identity_pool.this.id
}

output "user_pool_id" {
  description = "The user pool."
  value       = aws_cognito_user_pool.people.id
}

output "region" {
  description = "The AWS region."
  value       = var.region
}

output "alarm_topic_arn" {
  description = "The topic that alarms and the budget are told to."
  value       = aws_sns_topic.alarms.arn
}

output "guests" {
  description = "Whether people may use it without signing in."
  value       = var.guests
}
