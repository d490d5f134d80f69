locals {
  api_metric   = ["AWS/ApiGateway", "Count", "ApiName", local.api_dimensions.ApiName, "Stage", local.api_dimensions.Stage]
  table_metric = ["AWS/DynamoDB", "ConsumedReadCapacityUnits", "TableName", aws_dynamodb_table.records.name]

  # By title: what a graph shows and how.
  graphs = {
    "Requests and refusals" = { stat = "Sum", metrics = [
      local.api_metric, [".", "4XXError", ".", ".", ".", "."], [".", "5XXError", ".", ".", ".", "."],
    ] }
    "How long requests take (ms)" = { stat = "p50", metrics = [
      concat(["AWS/ApiGateway", "Latency"], slice(local.api_metric, 2, 6), [{ stat = "p50", label = "median" }]),
      concat(["AWS/ApiGateway", "Latency"], slice(local.api_metric, 2, 6), [{ stat = "p95", label = "p95" }]),
    ] }
    "Capacity of the table" = { stat = "Sum", metrics = [
      local.table_metric, [".", "ConsumedWriteCapacityUnits", ".", "."],
      [".", "ReadThrottleEvents", ".", "."], [".", "WriteThrottleEvents", ".", "."],
    ] }
    "Reminders" = { stat = "Sum", metrics = [
      for name in ["RemindersDue", "RemindersSent", "RemindersFailed", "MailPauses"] : ["Touchbase", name]
    ] }
    "Runs of each function" = { stat = "Sum", metrics = [
      for name in keys(local.functions) : ["AWS/Lambda", "Invocations", "FunctionName", "${var.name}-${name}", { label = name }]
    ] }
    "Failures of each function" = { stat = "Sum", metrics = [
      for name in keys(local.functions) : ["AWS/Lambda", "Errors", "FunctionName", "${var.name}-${name}", { label = name }]
    ] }
    "Duration of each function (ms, p95)" = { stat = "p95", metrics = [
      for name in keys(local.functions) : ["AWS/Lambda", "Duration", "FunctionName", "${var.name}-${name}", { label = name }]
    ] }
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = "${var.name}-${var.region}"

  dashboard_body = jsonencode({
    widgets = [
      for index, title in keys(local.graphs) : {
        type   = "metric"
        x      = 12 * (index % 2)
        y      = 6 * floor(index / 2)
        width  = 12
        height = 6
        properties = {
          title   = title
          region  = var.region
          view    = "timeSeries"
          period  = 300
          stat    = local.graphs[title].stat
          metrics = local.graphs[title].metrics
        }
      }
    ]
  })
}
