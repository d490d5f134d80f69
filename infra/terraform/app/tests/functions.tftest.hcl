mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  bucket = "touchbase-123456789012-eu-central-1"
}

run "every_function" {
  assert {
    condition = toset(keys(aws_lambda_function.this)) == toset([
      for route in jsondecode(file("${var.artifacts}/routes.json")).functions : route.name
    ])
    error_message = "There is one function for each of the built list, and no other."
  }

  assert {
    condition = alltrue([
      length(distinct([for function in aws_lambda_function.this : function.function_name])) == length(local.functions),
      alltrue([for function in aws_lambda_function.this : function.architectures == tolist(["arm64"])]),
    ])
    error_message = "Each has a name of its own and runs on arm64."
  }

  assert {
    condition = alltrue([
      for name, function in aws_lambda_function.this :
      one(function.logging_config).log_format == "JSON" &&
      one(function.logging_config).log_group == aws_cloudwatch_log_group.function[name].name &&
      aws_cloudwatch_log_group.function[name].retention_in_days == 14
    ])
    error_message = "Each logs JSON into a group of its own, which forgets after 14 days."
  }

  assert {
    condition     = keys(aws_iam_role.function) == keys(aws_lambda_function.this)
    error_message = "Each has a role of its own."
  }

  assert {
    condition = alltrue([
      for function in aws_lambda_function.this :
      one(function.environment).variables["TOUCHBASE_ORIGINS"] == "https://d111.cloudfront.net" && function.reserved_concurrent_executions == -1
    ])
    error_message = "Each answers the site's origin only, and reserves nothing."
  }
}

run "least_privilege" {
  assert {
    condition = alltrue(flatten([
      for name, policy in aws_iam_role_policy.function : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : contains(local.reads, action) || !startswith(action, "dynamodb:")
        ]
      ] if local.functions[name].access == "read"
    ]))
    error_message = "A function that reads cannot write."
  }

  assert {
    condition = alltrue(flatten([
      for name, policy in aws_iam_role_policy.function : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : !startswith(action, "dynamodb:")
        ]
      ] if local.functions[name].access == "none"
    ]))
    error_message = "A function that needs no records reaches none."
  }

  assert {
    condition = alltrue(flatten([
      for name, policy in aws_iam_role_policy.function : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) :
          contains(local.functions[name].needs, "directory") || !startswith(action, "cognito-")
        ]
      ]
    ]))
    error_message = "Only who needs the directory may ask it."
  }

  assert {
    condition = alltrue(flatten([
      for policy in concat(values(aws_iam_role_policy.function), values(aws_iam_role_policy.identity), values(aws_iam_role_policy.schedule)) : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : !strcontains(action, "*")
        ]
      ]
    ]))
    error_message = "Rights are named one by one."
  }

  # What may follow: the streams of a function's own log group, and the id in a path of this API.
  assert {
    condition = alltrue(flatten([
      for policy in concat(values(aws_iam_role_policy.function), values(aws_iam_role_policy.identity), values(aws_iam_role_policy.schedule)) : [
        for statement in jsondecode(policy.policy).Statement : [
          for resource in flatten([statement.Resource]) :
          !strcontains(replace(replace(resource, "/:log-stream:\\*$/", ""), "/^(arn:aws:execute-api:eu-central-1:123456789012:abc123/v1/).*/", "$1"), "*")
        ]
      ]
    ]))
    error_message = "No right is on a wildcard."
  }

  assert {
    condition = alltrue([
      for policy in aws_iam_role_policy.identity : alltrue([
        for resource in jsondecode(policy.policy).Statement[0].Resource : !endswith(resource, "/v1/*") && !endswith(resource, "/v1/*/*")
      ]) && jsondecode(policy.policy).Statement[0].Action == "execute-api:Invoke"
    ])
    error_message = "A browser may call the methods that are there, each named."
  }

  assert {
    condition = alltrue([
      for kind, role in aws_iam_role.identity :
      jsondecode(role.assume_role_policy).Statement[0].Condition == {
        StringEquals             = { "cognito-identity.amazonaws.com:aud" = "eu-central-1:00000000-0000-0000-0000-000000000000" }
        "ForAnyValue:StringLike" = { "cognito-identity.amazonaws.com:amr" = local.identity_kinds[kind] }
      }
    ])
    error_message = "A role is for the identities of this pool and of its kind alone."
  }
}

run "paused" {
  variables {
    paused = true
  }

  assert {
    condition     = alltrue([for function in aws_lambda_function.this : function.reserved_concurrent_executions == 0])
    error_message = "No function runs."
  }

  assert {
    condition = alltrue([
      one(aws_api_gateway_method_settings.all.settings).throttling_rate_limit <= 0.001,
      one(aws_api_gateway_method_settings.all.settings).throttling_burst_limit <= 1,
    ])
    error_message = "The API lets nothing through."
  }

  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.state == "DISABLED"])
    error_message = "Nothing is started."
  }
}
