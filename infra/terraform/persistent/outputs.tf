output "bucket" {
  description = "The bucket of the site, the exports and the state."
  value       = aws_s3_bucket.this.id
}

output "region" {
  description = "The region of the bucket."
  value       = var.region
}
