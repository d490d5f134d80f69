# Reminders by e-mail. Without `reminder_from` there is none of this, and no function may send.
locals {
  mail = var.reminder_from == null ? {} : { reminders = var.reminder_from }

  # Of `Touchbase <touchbase@example.org>` the address.
  mail_address = one([for from in values(local.mail) : replace(from, "/^.*<([^<>]+)>$/", "$1")])

  mail_environment = {
    for name, value in { TOUCHBASE_MAIL_FROM = var.reminder_from, TOUCHBASE_MAIL_SET = var.name, TOUCHBASE_MAIL_RATE = tostring(var.mails_a_second) } : name => value if var.reminder_from != null
  }

  # What SES is asked for is asked of both: the identity that sends, and the set by which it sends.
  mail_statements = [for set in aws_sesv2_configuration_set.mail : {
    Effect    = "Allow"
    Action    = ["ses:SendEmail"]
    Resource  = [var.email_identity_arn, set.arn]
    Condition = { StringEquals = { "ses:FromAddress" = local.mail_address } }
  }]

  # The function that the topic tells.
  told = { for name, route in local.functions : name => route if route.caller == "topic" && var.reminder_from != null }
}

resource "aws_sesv2_configuration_set" "mail" {
  for_each = local.mail

  configuration_set_name = var.name

  # The mails tell of people: they go encrypted or not at all.
  delivery_options {
    tls_policy = "REQUIRE"
  }

  # Whatever the account's own list says: an address that is gone is not tried again.
  suppression_options {
    suppressed_reasons = ["BOUNCE", "COMPLAINT"]
  }
}

# To whom a letter came back. The topic is as good as its policy: whoever may publish may stop anybody's mail.
resource "aws_sns_topic" "told" {
  for_each = local.told

  name = "${var.name}-${each.key}"
}

resource "aws_sns_topic_policy" "told" {
  for_each = local.told

  arn = aws_sns_topic.told[each.key].arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OurSesAlone"
      Effect    = "Allow"
      Principal = { Service = "ses.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.told[each.key].arn
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = data.aws_caller_identity.this.account_id
          "aws:SourceArn"     = one(values(aws_sesv2_configuration_set.mail)).arn
        }
      }
    }]
  })
}

resource "aws_lambda_permission" "told" {
  for_each = local.told

  statement_id  = "topic"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this[each.key].function_name
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.told[each.key].arn
}

resource "aws_sns_topic_subscription" "told" {
  for_each = local.told

  topic_arn = aws_sns_topic.told[each.key].arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.this[each.key].arn

  depends_on = [aws_lambda_permission.told]
}

resource "aws_sesv2_configuration_set_event_destination" "told" {
  for_each = local.told

  configuration_set_name = one(values(aws_sesv2_configuration_set.mail)).configuration_set_name
  event_destination_name = each.key

  event_destination {
    enabled              = true
    matching_event_types = ["BOUNCE", "COMPLAINT", "REJECT"]

    sns_destination {
      topic_arn = aws_sns_topic.told[each.key].arn
    }
  }

  # SES publishes a first message at once, to see that it may.
  depends_on = [aws_sns_topic_policy.told]
}
