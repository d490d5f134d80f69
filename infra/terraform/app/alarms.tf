locals {
  api_dimensions = { ApiName = aws_api_gateway_rest_api.this.name, Stage = aws_api_gateway_stage.v1.stage_name }

  # AWS counts its ten free alarms by metric: Lambda's own sums over every function of the region are one each.
  simple_alarms = {
    api-faults = {
      says      = "The API answers with faults (5xx)."
      namespace = "AWS/ApiGateway", metric = "5XXError", dimensions = local.api_dimensions
      statistic = "Sum", percentile = null, threshold = 5, minutes = 5, times = 1
    }
    api-slow = {
      says      = "One request in twenty takes longer than 2 seconds."
      namespace = "AWS/ApiGateway", metric = "Latency", dimensions = local.api_dimensions
      statistic = null, percentile = "p95", threshold = 2000, minutes = 5, times = 3
    }
    api-refusals = {
      says      = "The API refuses many requests (4xx): throttled, wrongly signed, or someone tries doors."
      namespace = "AWS/ApiGateway", metric = "4XXError", dimensions = local.api_dimensions
      statistic = "Sum", percentile = null, threshold = 1000, minutes = 5, times = 2
    }
    function-errors = {
      says      = "Functions fail: faults of the code, time-outs (every function of the region counts)."
      namespace = "AWS/Lambda", metric = "Errors", dimensions = {}
      statistic = "Sum", percentile = null, threshold = 3, minutes = 5, times = 1
    }
    function-throttles = {
      says      = "Functions are throttled: the account's limit of concurrent executions is reached."
      namespace = "AWS/Lambda", metric = "Throttles", dimensions = {}
      statistic = "Sum", percentile = null, threshold = 10, minutes = 5, times = 1
    }
    reminders-failed = {
      says      = "Reminders could not be sent."
      namespace = "Touchbase", metric = "RemindersFailed", dimensions = {}
      statistic = "Sum", percentile = null, threshold = 3, minutes = 60, times = 1
    }
  }

  # How long a function may not have run before it is missed, and over how many looks: a day and a quarter of what comes
  # daily, three of the shorter.
  missed = {
    for name, route in local.scheduled : name => route.every >= 1440 ? { minutes = 360, times = 5 } : { minutes = route.every, times = 3 }
  }
}

resource "aws_sns_topic" "alarms" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AlarmsAndBudget"
      Effect    = "Allow"
      Principal = { Service = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_sns_topic_subscription" "email" {
  count = var.alarm_email == null ? 0 : 1

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

resource "aws_cloudwatch_metric_alarm" "simple" {
  for_each = local.simple_alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.says
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  extended_statistic  = each.value.percentile
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.value.threshold
  period              = 60 * each.value.minutes
  evaluation_periods  = each.value.times
  treat_missing_data  = "notBreaching"
  actions_enabled     = !var.paused
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_metric_alarm" "table_throttles" {
  alarm_name          = "${var.name}-table-throttles"
  alarm_description   = "The table refuses reads or writes: its capacity is used up."
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 10
  evaluation_periods  = 2
  treat_missing_data  = "notBreaching"
  actions_enabled     = !var.paused
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {
    id          = "throttled"
    label       = "Throttled requests"
    expression  = "FILL(reads, 0) + FILL(writes, 0)"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { reads = "ReadThrottleEvents", writes = "WriteThrottleEvents" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/DynamoDB"
        metric_name = metric_query.value
        dimensions  = { TableName = aws_dynamodb_table.records.name }
        period      = 300
        stat        = "Sum"
      }
    }
  }
}

# It also goes off after a first deployment, until the first run.
resource "aws_cloudwatch_metric_alarm" "missed" {
  for_each = local.scheduled

  alarm_name          = "${var.name}-missed-${each.key}"
  alarm_description   = "The function ${each.key} has not run for ${local.missed[each.key].minutes * local.missed[each.key].times} minutes, though it should every ${each.value.every}."
  namespace           = "AWS/Lambda"
  metric_name         = "Invocations"
  dimensions          = { FunctionName = aws_lambda_function.this[each.key].function_name }
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 60 * local.missed[each.key].minutes
  evaluation_periods  = local.missed[each.key].times
  treat_missing_data  = "breaching"
  actions_enabled     = !var.paused
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
