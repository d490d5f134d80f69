# Everything about functions, methods, rights and alarms follows from the built list of routes.
locals {
  functions = { for route in jsondecode(file("${var.artifacts}/routes.json")).functions : route.name => route }
  scheduled = { for name, route in local.functions : name => route if route.schedule != null }

  endpoints = merge([
    for name, route in local.functions : {
      for endpoint in route.endpoints : "${endpoint.method} ${endpoint.path}" => {
        function = name
        method   = endpoint.method
        path     = trimprefix(endpoint.path, "/")
        signed   = route.caller != "anyone"
      }
    }
  ]...)

  # A path parameter as a resource of a policy: any value.
  signed_methods = sort([
    for endpoint in local.endpoints :
    "${endpoint.method}/${replace(endpoint.path, "/\\{[^}]+\\}/", "*")}" if endpoint.signed
  ])
}
