mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  bucket = "touchbase-123456789012-eu-central-1"
}

run "alarms" {
  assert {
    condition = (
      length(aws_cloudwatch_metric_alarm.simple) + length(aws_cloudwatch_metric_alarm.missed) +
      length([for query in aws_cloudwatch_metric_alarm.table_throttles.metric_query : query if length(query.metric) > 0])
    ) <= 10
    error_message = "The alarms stay within the ten free ones, which AWS counts by metric."
  }

  assert {
    condition = alltrue([
      keys(aws_cloudwatch_metric_alarm.missed) == [for name, route in local.functions : name if route.schedule != null],
      keys(aws_scheduler_schedule.this) == keys(aws_cloudwatch_metric_alarm.missed),
    ])
    error_message = "Every scheduled function is started, and missed when it does not run."
  }

  assert {
    condition = alltrue([
      for alarm in concat(values(aws_cloudwatch_metric_alarm.simple), values(aws_cloudwatch_metric_alarm.missed), [aws_cloudwatch_metric_alarm.table_throttles]) :
      alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) && alarm.actions_enabled
    ])
    error_message = "Every alarm tells the topic."
  }

  # Seconds without a run: 30 hours of what should come daily, 45 minutes of what should come every quarter of an hour.
  assert {
    condition = {
      for name, alarm in aws_cloudwatch_metric_alarm.missed : name => alarm.period * alarm.evaluation_periods
    } == { sweep = 108000, remind = 2700 }
    error_message = "A function is missed soon after it should have run."
  }

  assert {
    condition = alltrue(flatten([
      [for name, schedule in aws_scheduler_schedule.this : schedule.target[0].retry_policy[0].maximum_event_age_in_seconds <= 60 * local.scheduled[name].every],
      [for name, config in aws_lambda_function_event_invoke_config.schedule : config.maximum_event_age_in_seconds <= 60 * local.scheduled[name].every],
      keys(aws_lambda_function_event_invoke_config.schedule) == keys(aws_scheduler_schedule.this),
    ]))
    error_message = "No run is tried again when the next one is there."
  }

  # Lambda's sums over all functions have no dimension: none is left out.
  assert {
    condition     = aws_cloudwatch_metric_alarm.simple["function-errors"].dimensions == null || length(aws_cloudwatch_metric_alarm.simple["function-errors"].dimensions) == 0
    error_message = "Errors of every function count."
  }

  assert {
    condition = alltrue([
      for name in keys(local.functions) : strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "\"touchbase-${name}\"")
    ])
    error_message = "The dashboard shows every function."
  }

  assert {
    condition     = length(aws_wafv2_web_acl.api) == 0 && length(aws_sns_topic_subscription.email) == 0
    error_message = "What costs, and what needs an address, is off."
  }
}

run "what_may_be_switched_on" {
  variables {
    waf                    = true
    alarm_email            = "me@example.org"
    billing                = "on_demand"
    point_in_time_recovery = true
  }

  assert {
    condition = alltrue([
      length(aws_wafv2_web_acl_association.api) == 1,
      one(aws_sns_topic_subscription.email).endpoint == "me@example.org",
    ])
    error_message = "The firewall stands before the API, and alarms are mailed."
  }

  assert {
    condition = alltrue([
      aws_dynamodb_table.records.billing_mode == "PAY_PER_REQUEST",
      one(aws_dynamodb_table.records.point_in_time_recovery).enabled,
    ])
    error_message = "The table scales and can be set back."
  }
}

run "the_table" {
  assert {
    condition = alltrue([
      aws_dynamodb_table.records.billing_mode == "PROVISIONED",
      aws_dynamodb_table.records.read_capacity == 15,
      aws_dynamodb_table.records.write_capacity == 15,
      sum(concat([15], [for index in aws_dynamodb_table.records.global_secondary_index : index.read_capacity])) <= 25,
      sum(concat([15], [for index in aws_dynamodb_table.records.global_secondary_index : index.write_capacity])) <= 25,
    ])
    error_message = "It stays within the always-free capacity."
  }

  assert {
    condition = alltrue([
      toset([for index in aws_dynamodb_table.records.local_secondary_index : index.name]) == toset([for index in local.table.LocalSecondaryIndexes : index.IndexName]),
      toset([for index in aws_dynamodb_table.records.global_secondary_index : index.name]) == toset([for index in local.table.GlobalSecondaryIndexes : index.IndexName]),
      one(aws_dynamodb_table.records.ttl).attribute_name == "expires_at",
    ])
    error_message = "It is the table of the one definition."
  }
}

run "a_budget" {
  assert {
    condition = alltrue([
      aws_budgets_budget.monthly.limit_amount == "10",
      length(aws_budgets_budget.monthly.notification) == 2,
    ])
    error_message = "The account is told before it costs more."
  }
}
