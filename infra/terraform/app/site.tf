locals {
  site_url = "https://${var.site_domain == null ? aws_cloudfront_distribution.site.domain_name : var.site_domain}"
  origins  = distinct(concat([local.site_url], var.extra_origins))
  headers  = jsondecode(file("${var.artifacts}/site-headers.json"))

  api_host = "${aws_api_gateway_rest_api.this.id}.execute-api.${var.region}.amazonaws.com"
  # Not the stage's own name: the stage comes after the functions, and those are told this address.
  api_url = "https://${local.api_host}/v1"

  # Everything that the page speaks to besides the site itself.
  connect = [
    "https://${local.api_host}",
    "https://cognito-identity.${var.region}.amazonaws.com",
    "https://cognito-idp.${var.region}.amazonaws.com",
    "https://${local.login_domain}",
  ]

  # CloudFront wants these by their own blocks and refuses them among the other headers.
  own_blocks    = ["Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"]
  other_headers = { for name, value in local.headers.headers : name => value if !contains(local.own_blocks, name) }

  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled  = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
}

resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "${var.name}-${var.region}"
  description                       = "Reads the site from the private bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_response_headers_policy" "site" {
  name    = "${var.name}-${var.region}"
  comment = "What protects the page"

  security_headers_config {
    content_security_policy {
      content_security_policy = replace(local.headers.content_security_policy, "{connect}", join(" ", local.connect))
      override                = true
    }

    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = false
      preload                    = false
      override                   = true
    }

    dynamic "referrer_policy" {
      for_each = compact([lookup(local.headers.headers, "Referrer-Policy", "")])

      content {
        referrer_policy = referrer_policy.value
        override        = true
      }
    }

    dynamic "content_type_options" {
      for_each = compact([lookup(local.headers.headers, "X-Content-Type-Options", "")])

      content {
        override = true
      }
    }

    dynamic "frame_options" {
      for_each = compact([lookup(local.headers.headers, "X-Frame-Options", "")])

      content {
        frame_option = frame_options.value
        override     = true
      }
    }
  }

  custom_headers_config {
    dynamic "items" {
      for_each = local.other_headers

      content {
        header   = items.key
        value    = items.value
        override = true
      }
    }
  }
}

resource "aws_cloudfront_function" "views" {
  name    = "${var.name}-${var.region}-views"
  comment = "Every view of the app is the one page"
  runtime = "cloudfront-js-2.0"
  code    = file("${path.module}/views.js")
  publish = true
}

resource "aws_cloudfront_distribution" "site" {
  comment             = var.name
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  price_class         = "PriceClass_100"
  default_root_object = "index.html"
  aliases             = var.site_domain == null ? [] : [var.site_domain]

  origin {
    origin_id                = "site"
    domain_name              = "${var.bucket}.s3.${var.region}.amazonaws.com"
    origin_path              = "/site"
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id
  }

  # The page, config.json and the service worker change under the same name: never kept at the edge.
  default_cache_behavior {
    target_origin_id           = "site"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_disabled
    response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.views.arn
    }
  }

  # Their names change with what they hold: kept as long as they say themselves, which is a year.
  ordered_cache_behavior {
    path_pattern               = "/assets/*"
    target_origin_id           = "site"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id
  }

  # S3 says 403 for what is missing to those who may not list the bucket.
  custom_error_response {
    error_code            = 403
    response_code         = 404
    response_page_path    = "/index.html"
    error_caching_min_ttl = 10
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = var.site_domain == null
    acm_certificate_arn            = var.certificate_arn
    ssl_support_method             = var.site_domain == null ? null : "sni-only"
    minimum_protocol_version       = var.site_domain == null ? "TLSv1" : "TLSv1.2_2021"
  }
}
