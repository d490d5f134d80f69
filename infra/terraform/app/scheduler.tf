resource "aws_iam_role" "schedule" {
  for_each = local.scheduled

  name        = "${var.name}-${var.region}-schedule-${each.key}"
  description = "Starts the function ${each.key}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  for_each = local.scheduled

  name = "least"
  role = aws_iam_role.schedule[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = [aws_lambda_function.this[each.key].arn]
    }]
  })
}

resource "aws_scheduler_schedule" "this" {
  for_each = local.scheduled

  name                = "${var.name}-${each.key}"
  description         = "Starts the function ${each.key}"
  schedule_expression = each.value.schedule
  state               = var.paused ? "DISABLED" : "ENABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_function.this[each.key].arn
    role_arn = aws_iam_role.schedule[each.key].arn

    # What comes later than the next run is of no use.
    retry_policy {
      maximum_event_age_in_seconds = min(3600, 60 * each.value.every)
      maximum_retry_attempts       = 5
    }
  }

  depends_on = [aws_iam_role_policy.schedule]
}

# The schedule only puts a run into Lambda's own queue, which tries for six hours unless it is told otherwise.
resource "aws_lambda_function_event_invoke_config" "schedule" {
  for_each = local.scheduled

  function_name                = aws_lambda_function.this[each.key].function_name
  maximum_event_age_in_seconds = min(21600, 60 * each.value.every)
  maximum_retry_attempts       = 2
}
