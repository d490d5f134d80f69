locals {
  zip = "${var.artifacts}/lambdas.zip"

  reads  = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"]
  writes = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]

  table_arns = concat(
    [aws_dynamodb_table.records.arn],
    [
      for index in concat(local.table.LocalSecondaryIndexes, local.table.GlobalSecondaryIndexes) :
      "${aws_dynamodb_table.records.arn}/index/${index.IndexName}"
    ],
  )

  # By access: what a function may do with the table.
  table_statements = {
    none = []
    read = [{ Effect = "Allow", Action = local.reads, Resource = local.table_arns }]
    write = [
      { Effect = "Allow", Action = local.reads, Resource = local.table_arns },
      { Effect = "Allow", Action = local.writes, Resource = [aws_dynamodb_table.records.arn] },
    ]
  }

  need_statements = {
    directory = [{ Effect = "Allow", Action = ["cognito-idp:AdminGetUser"], Resource = [aws_cognito_user_pool.people.arn] }]
    mail      = local.mail_statements
  }

  # One function may be reached by many paths: a statement a method keeps its policy below Lambda's 20 KB.
  function_methods = merge([
    for name, route in local.functions : {
      for method in distinct(route.endpoints[*].method) : "${name} ${method}" => { function = name, method = method }
    }
  ]...)
}

resource "aws_cloudwatch_log_group" "function" {
  for_each = local.functions

  name              = "/aws/lambda/${var.name}-${each.key}"
  retention_in_days = var.log_days
}

resource "aws_iam_role" "function" {
  for_each = local.functions

  name        = "${var.name}-${var.region}-${each.key}"
  description = "What the function ${each.key} may do"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "function" {
  for_each = local.functions

  name = "least"
  role = aws_iam_role.function[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.function[each.key].arn}:log-stream:*"]
      }],
      local.table_statements[each.value.access],
      flatten([for need in each.value.needs : local.need_statements[need]]),
    )
  })
}

resource "aws_lambda_function" "this" {
  for_each = local.functions

  function_name    = "${var.name}-${each.key}"
  role             = aws_iam_role.function[each.key].arn
  filename         = local.zip
  source_code_hash = filebase64sha256(local.zip)
  handler          = each.value.handler
  runtime          = var.lambda_runtime
  architectures    = ["arm64"]
  memory_size      = each.value.memory
  timeout          = each.value.timeout

  # Nothing is reserved; 0 stops a function altogether.
  reserved_concurrent_executions = var.paused ? 0 : -1

  environment {
    variables = merge({
      TOUCHBASE_TABLE              = aws_dynamodb_table.records.name
      TOUCHBASE_ORIGINS            = join(",", local.origins)
      TOUCHBASE_API                = local.api_url
      TOUCHBASE_USER_POOL          = aws_cognito_user_pool.people.id
      TOUCHBASE_WRITES_A_DAY       = var.writes_a_day
      TOUCHBASE_GUEST_WRITES_A_DAY = var.guest_writes_a_day
      TOUCHBASE_GUEST_DAYS         = var.guest_days
    }, local.mail_environment)
  }

  # The functions write one line a request themselves: Lambda's own lines are wanted only when something is wrong.
  logging_config {
    log_format            = "JSON"
    log_group             = aws_cloudwatch_log_group.function[each.key].name
    application_log_level = "INFO"
    system_log_level      = "WARN"
  }

  depends_on = [aws_iam_role_policy.function]
}

resource "aws_lambda_permission" "api" {
  for_each = local.function_methods

  statement_id  = "api-${lower(each.value.method)}"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this[each.value.function].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/v1/${each.value.method}/*"
}
