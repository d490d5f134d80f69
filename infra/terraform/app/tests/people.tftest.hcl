mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  bucket = "touchbase-123456789012-eu-central-1"
}

run "identities" {
  assert {
    condition = alltrue([
      !aws_cognito_identity_pool.this.allow_classic_flow,
      alltrue([for provider in aws_cognito_identity_pool.this.cognito_identity_providers : provider.server_side_token_check]),
    ])
    error_message = "Enhanced flow only, and a login that was revoked gives no credentials."
  }

  assert {
    condition     = toset(keys(aws_cognito_identity_pool_roles_attachment.this.roles)) == toset(["authenticated", "unauthenticated"])
    error_message = "Guests and people who signed in have roles of their own."
  }
}

run "without_guests" {
  variables {
    guests = false
  }

  assert {
    condition = alltrue([
      !aws_cognito_identity_pool.this.allow_unauthenticated_identities,
      toset(keys(aws_cognito_identity_pool_roles_attachment.this.roles)) == toset(["authenticated"]),
      !output.config.guests,
    ])
    error_message = "One switch turns guests off."
  }
}

run "signing_in" {
  assert {
    condition = alltrue([
      !aws_cognito_user_pool_client.site.generate_secret,
      aws_cognito_user_pool_client.site.allowed_oauth_flows == toset(["code"]),
      aws_cognito_user_pool_client.site.callback_urls == toset(["https://d111.cloudfront.net/"]),
    ])
    error_message = "The page has no secret, takes a code, and takes it on the site only."
  }

  assert {
    condition = alltrue([
      aws_cognito_user_pool_client.site.enable_token_revocation,
      aws_cognito_user_pool_client.site.prevent_user_existence_errors == "ENABLED",
    ])
    error_message = "Tokens can be revoked, and nobody learns whose address is known."
  }

  assert {
    condition = alltrue([
      one(aws_cognito_user_pool.people.sign_in_policy).allowed_first_auth_factors == toset(["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]),
      one(aws_cognito_user_pool.people.software_token_mfa_configuration).enabled,
    ])
    error_message = "People sign in by a code, a password or a passkey, and may add an authenticator."
  }

  assert {
    condition     = one(aws_cognito_user_pool.people.user_attribute_update_settings).attributes_require_verification_before_update == toset(["email"])
    error_message = "An address counts once it is verified."
  }

  assert {
    condition = alltrue([
      aws_cognito_user_pool_domain.login.managed_login_version == 2,
      strcontains(aws_cloudformation_stack.login_style.template_body, "AWS::Cognito::ManagedLoginBranding"),
    ])
    error_message = "The login pages are the new ones, and have a style, without which they are not served."
  }
}
