locals {
  # Login domains are unique in a region among all AWS accounts; the account's number is nobody's business.
  login_prefix = "${var.name}-${substr(sha1("${data.aws_caller_identity.this.account_id}/${var.region}/${var.name}"), 0, 10)}"
  login_domain = "${aws_cognito_user_pool_domain.login.domain}.auth.${var.region}.amazoncognito.com"

  # Who may assume which role: https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
  identity_kinds = merge({ signed-in = "authenticated" }, var.guests ? { guest = "unauthenticated" } : {})
}

resource "aws_cognito_user_pool" "people" {
  name                     = var.name
  user_pool_tier           = "ESSENTIALS"
  deletion_protection      = "INACTIVE"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  mfa_configuration        = "OPTIONAL"

  username_configuration {
    case_sensitive = false
  }

  admin_create_user_config {
    allow_admin_create_user_only = false
  }

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]
  }

  web_authn_configuration {
    user_verification = "preferred"
  }

  software_token_mfa_configuration {
    enabled = true
  }

  password_policy {
    minimum_length                   = 12
    require_lowercase                = false
    require_numbers                  = false
    require_symbols                  = false
    require_uppercase                = false
    temporary_password_validity_days = 7
  }

  # A verified address proves who a person is after a rebuild: a new one counts only once it is verified, too.
  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  verification_message_template {
    default_email_option = "CONFIRM_WITH_CODE"
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  email_configuration {
    email_sending_account = var.email_identity_arn == null ? "COGNITO_DEFAULT" : "DEVELOPER"
    source_arn            = var.email_identity_arn

    # Which of its addresses writes, where the identity is a whole domain.
    from_email_address = var.reminder_from
  }
}

resource "aws_cognito_user_pool_domain" "login" {
  user_pool_id          = aws_cognito_user_pool.people.id
  domain                = local.login_prefix
  managed_login_version = 2
}

resource "aws_cognito_user_pool_client" "site" {
  name         = "site"
  user_pool_id = aws_cognito_user_pool.people.id

  # A page can keep no secret: the code is bound to it by PKCE.
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid", "email", "aws.cognito.signin.user.admin"]
  callback_urls                        = [for origin in local.origins : "${origin}/"]
  logout_urls                          = [for origin in local.origins : "${origin}/"]
  supported_identity_providers         = ["COGNITO"]
  explicit_auth_flows                  = ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  access_token_validity                = 60
  id_token_validity                    = 60
  refresh_token_validity               = 30

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

# Without a style the login pages are not served. Provider 5 has no resource for one, CloudFormation has.
resource "aws_cloudformation_stack" "login_style" {
  name = "${var.name}-login-style"

  template_body = jsonencode({
    Resources = {
      Style = {
        Type = "AWS::Cognito::ManagedLoginBranding"
        Properties = {
          UserPoolId               = aws_cognito_user_pool.people.id
          ClientId                 = aws_cognito_user_pool_client.site.id
          UseCognitoProvidedValues = true
        }
      }
    }
  })

  depends_on = [aws_cognito_user_pool_domain.login]
}

resource "aws_cognito_identity_pool" "this" {
  identity_pool_name               = var.name
  allow_unauthenticated_identities = var.guests
  allow_classic_flow               = false

  cognito_identity_providers {
    provider_name           = aws_cognito_user_pool.people.endpoint
    client_id               = aws_cognito_user_pool_client.site.id
    server_side_token_check = true
  }
}

resource "aws_iam_role" "identity" {
  for_each = local.identity_kinds

  name        = "${var.name}-${var.region}-identity-${each.key}"
  description = "What a browser may do: ${each.key}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals             = { "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.this.id }
        "ForAnyValue:StringLike" = { "cognito-identity.amazonaws.com:amr" = each.value }
      }
    }]
  })
}

resource "aws_iam_role_policy" "identity" {
  for_each = local.identity_kinds

  name = "least"
  role = aws_iam_role.identity[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "execute-api:Invoke"
      Resource = [for method in local.signed_methods : "${aws_api_gateway_rest_api.this.execution_arn}/v1/${method}"]
    }]
  })
}

resource "aws_cognito_identity_pool_roles_attachment" "this" {
  identity_pool_id = aws_cognito_identity_pool.this.id
  roles            = { for kind, amr in local.identity_kinds : amr => aws_iam_role.identity[kind].arn }
}
