mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  bucket = "touchbase-123456789012-eu-central-1"
}

run "the_page_is_protected" {
  assert {
    condition = strcontains(
      one(one(aws_cloudfront_response_headers_policy.site.security_headers_config).content_security_policy).content_security_policy,
      join(" ", [
        "connect-src 'self'",
        "https://abc123.execute-api.eu-central-1.amazonaws.com",
        "https://cognito-identity.eu-central-1.amazonaws.com",
        "https://cognito-idp.eu-central-1.amazonaws.com",
        "https://${local.login_domain};",
      ]),
    )
    error_message = "The page may speak to the API, the two services of Cognito and the login pages, and to nothing else."
  }

  assert {
    condition     = !strcontains(one(one(aws_cloudfront_response_headers_policy.site.security_headers_config).content_security_policy).content_security_policy, "unsafe")
    error_message = "Nothing unsafe is allowed."
  }

  assert {
    condition     = one(one(aws_cloudfront_response_headers_policy.site.security_headers_config).strict_transport_security).access_control_max_age_sec >= 31536000
    error_message = "Browsers stay with HTTPS for a year at least."
  }

  assert {
    condition = length(setsubtract(
      keys(local.headers.headers),
      concat(local.own_blocks, [for item in one(aws_cloudfront_response_headers_policy.site.custom_headers_config).items : item.header]),
    )) == 0
    error_message = "Every header that protects the page on a laptop protects it here."
  }
}

run "the_site_is_served" {
  assert {
    condition = alltrue([
      for behaviour in concat(aws_cloudfront_distribution.site.default_cache_behavior, aws_cloudfront_distribution.site.ordered_cache_behavior) :
      behaviour.viewer_protocol_policy == "redirect-to-https" && behaviour.response_headers_policy_id == aws_cloudfront_response_headers_policy.site.id
    ])
    error_message = "HTTP leads to HTTPS, and every answer bears the headers."
  }

  assert {
    condition     = one(aws_cloudfront_distribution.site.default_cache_behavior).cache_policy_id == local.caching_disabled
    error_message = "The page itself is never kept at the edge."
  }

  assert {
    condition     = [for behaviour in aws_cloudfront_distribution.site.ordered_cache_behavior : [behaviour.path_pattern, behaviour.cache_policy_id]] == [["/assets/*", local.caching_optimized]]
    error_message = "The assets, and they alone, are."
  }

  assert {
    condition = alltrue([
      one(aws_cloudfront_distribution.site.origin).origin_path == "/site",
      one(aws_cloudfront_distribution.site.origin).origin_access_control_id == aws_cloudfront_origin_access_control.site.id,
    ])
    error_message = "It comes from the private bucket, and from the site's folder."
  }

  assert {
    condition = alltrue([
      output.config.api == "https://abc123.execute-api.eu-central-1.amazonaws.com/v1",
      output.config.login.issuer == "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc",
      output.config.home == "cloud",
    ])
    error_message = "The site is told where everything is."
  }
}

run "a_domain_of_ones_own" {
  variables {
    site_domain     = "contacts.example.org"
    certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  }

  assert {
    condition = alltrue([
      output.site_url == "https://contacts.example.org",
      aws_cloudfront_distribution.site.aliases == toset(["contacts.example.org"]),
      aws_cognito_user_pool_client.site.callback_urls == toset(["https://contacts.example.org/"]),
    ])
    error_message = "The site, the API and the login pages know the domain."
  }

  assert {
    condition     = one(aws_cloudfront_distribution.site.viewer_certificate).minimum_protocol_version == "TLSv1.2_2021"
    error_message = "Old TLS is refused."
  }
}

run "a_domain_needs_its_certificate" {
  command = plan

  variables {
    site_domain = "contacts.example.org"
  }

  expect_failures = [var.certificate_arn]
}
