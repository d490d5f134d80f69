locals {
  segments = [for path in distinct([for endpoint in local.endpoints : endpoint.path]) : split("/", path)]

  # Every resource of the API, by how deep it lies: a resource needs its parent first.
  level1 = toset([for parts in local.segments : parts[0]])
  level2 = toset([for parts in local.segments : join("/", slice(parts, 0, 2)) if length(parts) >= 2])
  level3 = toset([for parts in local.segments : join("/", slice(parts, 0, 3)) if length(parts) >= 3])
  level4 = toset([for parts in local.segments : join("/", slice(parts, 0, 4)) if length(parts) >= 4])

  resource_ids = {
    for path, resource in merge(
      aws_api_gateway_resource.level1,
      aws_api_gateway_resource.level2,
      aws_api_gateway_resource.level3,
      aws_api_gateway_resource.level4,
    ) : path => resource.id
  }

  gateway_responses = { for response in jsondecode(file("${path.module}/gateway-responses.json")) : response.type => response }

  gateway_response_headers = {
    "gatewayresponse.header.Access-Control-Allow-Origin"   = "'${local.site_url}'"
    "gatewayresponse.header.Access-Control-Expose-Headers" = "'Date,x-amzn-ErrorType,x-amzn-RequestId'"
    "gatewayresponse.header.Cache-Control"                 = "'no-store'"
  }
}

resource "aws_api_gateway_rest_api" "this" {
  name                     = var.name
  description              = "The API of ${var.name}"
  minimum_compression_size = "1024"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "level1" {
  for_each = local.level1

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = each.value
}

resource "aws_api_gateway_resource" "level2" {
  for_each = local.level2

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.level1[dirname(each.value)].id
  path_part   = basename(each.value)
}

resource "aws_api_gateway_resource" "level3" {
  for_each = local.level3

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.level2[dirname(each.value)].id
  path_part   = basename(each.value)
}

resource "aws_api_gateway_resource" "level4" {
  for_each = local.level4

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.level3[dirname(each.value)].id
  path_part   = basename(each.value)
}

resource "aws_api_gateway_method" "this" {
  for_each = local.endpoints

  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = local.resource_ids[each.value.path]
  http_method   = each.value.method
  authorization = each.value.signed ? "AWS_IAM" : "NONE"
}

resource "aws_api_gateway_integration" "this" {
  for_each = local.endpoints

  rest_api_id             = aws_api_gateway_rest_api.this.id
  resource_id             = local.resource_ids[each.value.path]
  http_method             = aws_api_gateway_method.this[each.key].http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.this[each.value.function].invoke_arn
  timeout_milliseconds    = 29000
}

# The defaults keep the status that API Gateway chose, so their bodies name none.
resource "aws_api_gateway_gateway_response" "this" {
  for_each = local.gateway_responses

  rest_api_id         = aws_api_gateway_rest_api.this.id
  response_type       = each.key
  status_code         = startswith(each.key, "DEFAULT_") ? null : tostring(each.value.status)
  response_parameters = local.gateway_response_headers

  response_templates = {
    "application/problem+json" = jsonencode(merge(
      { type = "about:blank", title = each.value.title, code = each.value.code, detail = each.value.detail },
      startswith(each.key, "DEFAULT_") ? {} : { status = each.value.status },
    ))
  }
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id

  # A deployment is a copy: a new one is made when, and only when, what it copies has changed.
  triggers = {
    copied = sha1(jsonencode([local.endpoints, local.gateway_responses, local.gateway_response_headers]))
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_api_gateway_integration.this, aws_api_gateway_gateway_response.this]
}

resource "aws_api_gateway_stage" "v1" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.this.id
  stage_name    = "v1"
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.v1.stage_name
  method_path = "*/*"

  # Paused is next to nothing: the provider takes a 0 in what is made anew for "not said". No function runs then, either.
  settings {
    throttling_rate_limit  = var.paused ? 0.001 : var.requests_a_second
    throttling_burst_limit = var.paused ? 1 : 2 * var.requests_a_second
  }
}

# What a secret address opens is asked for by each program every hour, or once: who asks more often tries addresses.
# A path stands in its settings as a JSON pointer, with ~1 for a slash.
resource "aws_api_gateway_method_settings" "secret" {
  for_each = { for key, endpoint in local.endpoints : key => endpoint if strcontains(endpoint.path, "{token}") && endpoint.method != "OPTIONS" }

  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.v1.stage_name
  method_path = "~1${replace(each.value.path, "/", "~1")}/${each.value.method}"

  settings {
    throttling_rate_limit  = var.paused ? 0.001 : 5
    throttling_burst_limit = var.paused ? 1 : 20
  }
}
