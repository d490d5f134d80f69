mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  bucket             = "touchbase-123456789012-eu-central-1"
  reminder_from      = "Touchbase <touchbase@mail.example.org>"
  email_identity_arn = "arn:aws:ses:eu-central-1:123456789012:identity/example.org"
}

run "who_may_send" {
  assert {
    condition = alltrue([
      for name, policy in aws_iam_role_policy.function : contains(local.functions[name].needs, "mail") == strcontains(policy.policy, "ses:")
    ])
    error_message = "Those functions may send that need to, and no other."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.function["remind"].policy).Statement : statement if contains(statement.Action, "ses:SendEmail")
      ] == [{
        Action = ["ses:SendEmail"]
        Effect = "Allow"
        Resource = [
          "arn:aws:ses:eu-central-1:123456789012:identity/example.org",
          "arn:aws:ses:eu-central-1:123456789012:configuration-set/touchbase",
        ]
        Condition = { StringEquals = { "ses:FromAddress" = "touchbase@mail.example.org" } }
    }]
    error_message = "By this identity and this configuration set alone, and from this address alone."
  }

  assert {
    condition = alltrue([
      for function in aws_lambda_function.this :
      one(function.environment).variables["TOUCHBASE_MAIL_FROM"] == "Touchbase <touchbase@mail.example.org>" &&
      one(function.environment).variables["TOUCHBASE_MAIL_SET"] == "touchbase" &&
      one(function.environment).variables["TOUCHBASE_MAIL_RATE"] == "1" &&
      one(function.environment).variables["TOUCHBASE_API"] == "https://abc123.execute-api.eu-central-1.amazonaws.com/v1"
    ])
    error_message = "Each knows who sends, and where a mail's links lead."
  }

  assert {
    condition     = one(aws_cognito_user_pool.people.email_configuration).from_email_address == "Touchbase <touchbase@mail.example.org>"
    error_message = "Codes come from the same sender."
  }
}

run "what_comes_back" {
  assert {
    condition = alltrue([
      keys(aws_sns_topic.told) == ["bounces"],
      toset(one(aws_sesv2_configuration_set_event_destination.told["bounces"].event_destination).matching_event_types) == toset(["BOUNCE", "COMPLAINT", "REJECT"]),
      one(one(aws_sesv2_configuration_set_event_destination.told["bounces"].event_destination).sns_destination).topic_arn == aws_sns_topic.told["bounces"].arn,
      aws_sns_topic_subscription.told["bounces"].endpoint == aws_lambda_function.this["bounces"].arn,
      aws_lambda_permission.told["bounces"].source_arn == aws_sns_topic.told["bounces"].arn,
    ])
    error_message = "SES tells the topic, and the topic the function, which nothing else may call."
  }

  assert {
    condition = [for statement in jsondecode(aws_sns_topic_policy.told["bounces"].policy).Statement : statement.Condition] == [{
      StringEquals = {
        "aws:SourceAccount" = "123456789012"
        "aws:SourceArn"     = "arn:aws:ses:eu-central-1:123456789012:configuration-set/touchbase"
      }
    }]
    error_message = "Only our configuration set may publish."
  }

  assert {
    condition = alltrue([
      one(aws_sesv2_configuration_set.mail["reminders"].delivery_options).tls_policy == "REQUIRE",
      toset(one(aws_sesv2_configuration_set.mail["reminders"].suppression_options).suppressed_reasons) == toset(["BOUNCE", "COMPLAINT"]),
    ])
    error_message = "Mails go encrypted, and none to an address that is gone."
  }
}

run "without_mail" {
  variables {
    reminder_from = null
  }

  assert {
    condition = alltrue([
      length(aws_sesv2_configuration_set.mail) == 0,
      length(aws_sesv2_configuration_set_event_destination.told) == 0,
      length(aws_sns_topic.told) == 0,
      length(aws_lambda_permission.told) == 0,
      alltrue([for policy in aws_iam_role_policy.function : !strcontains(policy.policy, "ses:")]),
      alltrue([for function in aws_lambda_function.this : !contains(keys(one(function.environment).variables), "TOUCHBASE_MAIL_FROM")]),
    ])
    error_message = "Nothing sends, nothing may."
  }
}

run "an_address_alone" {
  command = plan

  variables {
    reminder_from      = "touchbase@example.org"
    email_identity_arn = "arn:aws:ses:eu-central-1:123456789012:identity/touchbase@example.org"
  }

  assert {
    condition     = local.mail_address == "touchbase@example.org"
    error_message = "An identity may be one address."
  }
}

run "an_address_of_somebody_else" {
  command = plan

  variables {
    reminder_from = "touchbase@badexample.org"
  }

  expect_failures = [var.reminder_from]
}

run "an_identity_elsewhere" {
  command = plan

  variables {
    email_identity_arn = "arn:aws:ses:us-east-1:123456789012:identity/example.org"
  }

  expect_failures = [var.reminder_from]
}

run "no_identity" {
  command = plan

  variables {
    email_identity_arn = null
  }

  expect_failures = [var.reminder_from]
}
