mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  bucket = "touchbase-123456789012-eu-central-1"
}

run "every_method" {
  assert {
    condition = alltrue([
      for key, method in aws_api_gateway_method.this :
      method.authorization == "AWS_IAM" || local.functions[local.endpoints[key].function].caller == "anyone"
    ])
    error_message = "No method lacks a signature but those that are for anyone."
  }

  assert {
    condition = alltrue([
      for key, method in aws_api_gateway_method.this :
      method.authorization == "NONE" if method.http_method == "OPTIONS"
    ])
    error_message = "A browser asks first, unsigned."
  }

  assert {
    condition = alltrue([
      for name, route in local.functions :
      route.access == "none" || alltrue([for endpoint in route.endpoints : strcontains(endpoint.path, "{token}")]) if route.caller == "anyone"
    ])
    error_message = "What anyone may call reaches no records, but by a secret address."
  }

  assert {
    condition = alltrue([
      keys(aws_api_gateway_integration.this) == keys(local.endpoints),
      alltrue([for integration in aws_api_gateway_integration.this : integration.type == "AWS_PROXY" && integration.timeout_milliseconds == 29000]),
    ])
    error_message = "Every method leads to its function."
  }

  assert {
    condition     = alltrue([for permission in aws_lambda_permission.api : startswith(permission.source_arn, "arn:aws:execute-api:eu-central-1:123456789012:abc123/v1/")])
    error_message = "Only this API and its stage may call the functions."
  }

  assert {
    condition     = alltrue([for segments in local.segments : length(segments) <= 4])
    error_message = "A path has four segments at most."
  }
}

run "what_is_open_is_throttled_on_its_own" {
  assert {
    condition = alltrue([
      for key, endpoint in local.endpoints :
      aws_api_gateway_method_settings.secret[key].settings[0].throttling_rate_limit <= 5 if strcontains(key, "{token}") && endpoint.method != "OPTIONS"
    ]) && aws_api_gateway_method_settings.secret["GET /calendar/{token}"].method_path == "~1calendar~1{token}/GET"
    error_message = "Whoever tries secret addresses is slowed down, and takes nothing from everybody else."
  }
}

run "what_the_gateway_says_itself" {
  assert {
    condition = alltrue([
      for response in aws_api_gateway_gateway_response.this :
      response.response_parameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "'https://d111.cloudfront.net'" &&
      strcontains(response.response_parameters["gatewayresponse.header.Access-Control-Expose-Headers"], "x-amzn-ErrorType")
    ])
    error_message = "The site can read why it was refused, and no other origin can."
  }

  assert {
    condition = alltrue([
      for response in aws_api_gateway_gateway_response.this :
      jsondecode(response.response_templates["application/problem+json"]).code != "" &&
      try(tostring(jsondecode(response.response_templates["application/problem+json"]).status) == response.status_code, startswith(response.response_type, "DEFAULT_"))
    ])
    error_message = "Each says its code, and the status that it has."
  }

  assert {
    condition = alltrue([
      for type in [
        "EXPIRED_TOKEN", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "ACCESS_DENIED", "THROTTLED",
        "INTEGRATION_TIMEOUT", "INTEGRATION_FAILURE", "REQUEST_TOO_LARGE", "DEFAULT_4XX", "DEFAULT_5XX",
      ] : contains(keys(aws_api_gateway_gateway_response.this), type)
    ])
    error_message = "Every refusal that no function sees has its words."
  }
}

run "a_deployment_follows_what_it_copies" {
  assert {
    condition     = aws_api_gateway_deployment.this.triggers["copied"] == sha1(jsonencode([local.endpoints, local.gateway_responses, local.gateway_response_headers]))
    error_message = "A deployment follows the methods, who may call them, and the gateway's own answers."
  }
}
