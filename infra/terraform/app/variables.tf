variable "name" {
  description = "What everything is named after; another name makes a second installation in the same account."
  type        = string
  default     = "touchbase"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "A name has 3 to 20 characters: small letters, digits and hyphens; a letter comes first, no hyphen last."
  }
}

variable "region" {
  description = "The AWS region."
  type        = string
  default     = "eu-central-1"

  validation {
    condition     = can(regex("^(af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-[0-9]$", var.region))
    error_message = "A region is written like eu-central-1."
  }
}

variable "environment" {
  description = "What the installation is for; every resource bears it as a tag."
  type        = string
  default     = "production"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}$", var.environment))
    error_message = "An environment has small letters, digits and hyphens, and a letter first."
  }
}

variable "bucket" {
  description = "The bucket that the persistent root made: its output `bucket`."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "This is no name of a bucket."
  }
}

variable "artifacts" {
  description = "The folder that `npm run build:lambdas` fills."
  type        = string
  default     = "../../../dist/cloud"

  validation {
    condition     = fileexists("${var.artifacts}/routes.json") && fileexists("${var.artifacts}/lambdas.zip")
    error_message = "The folder lacks routes.json or lambdas.zip: run `npm run build:lambdas` first."
  }
}

variable "lambda_runtime" {
  description = "The Node.js runtime of the functions."
  type        = string
  default     = "nodejs24.x"

  validation {
    condition     = can(regex("^nodejs[0-9]{2}\\.x$", var.lambda_runtime))
    error_message = "A runtime is written like nodejs24.x."
  }
}

variable "guests" {
  description = "Whether people may use it without signing in."
  type        = bool
  default     = true
}

variable "paused" {
  description = "Whether nothing is let through: no request, no scheduled function. A teardown exports in this state."
  type        = bool
  default     = false
}

variable "billing" {
  description = "How the table is paid for: `provisioned` stays within the always-free allowance, `on_demand` scales."
  type        = string
  default     = "provisioned"

  validation {
    condition     = contains(["provisioned", "on_demand"], var.billing)
    error_message = "Billing is `provisioned` or `on_demand`."
  }
}

variable "point_in_time_recovery" {
  description = "Whether the table can be set back to any second of the last 35 days. It costs by the gigabyte."
  type        = bool
  default     = false
}

variable "writes_a_day" {
  description = "How many writes a day a signed-in person has."
  type        = number
  default     = 20000

  validation {
    condition     = var.writes_a_day >= 100 && floor(var.writes_a_day) == var.writes_a_day
    error_message = "A whole number, 100 at least: a batch has up to 100 writes."
  }
}

variable "guest_writes_a_day" {
  description = "How many writes a day a guest has."
  type        = number
  default     = 2000

  validation {
    condition     = var.guest_writes_a_day >= 100 && floor(var.guest_writes_a_day) == var.guest_writes_a_day
    error_message = "A whole number, 100 at least: a batch has up to 100 writes."
  }
}

variable "guest_days" {
  description = "After how many days without a visit a guest's records are removed."
  type        = number
  default     = 30

  validation {
    condition     = var.guest_days >= 1 && floor(var.guest_days) == var.guest_days
    error_message = "A whole number of days, 1 at least."
  }
}

variable "requests_a_second" {
  description = "How many requests a second the API lets through, all people together; twice as many for a moment."
  type        = number
  default     = 100

  validation {
    condition     = var.requests_a_second >= 1 && var.requests_a_second <= 5000
    error_message = "From 1 to 5000."
  }
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
  default     = 14

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731 days."
  }
}

variable "site_domain" {
  description = "A domain of your own for the site, if any; point it at the output `distribution_domain` (CNAME or ALIAS)."
  type        = string
  default     = null

  validation {
    condition     = var.site_domain == null || can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.site_domain))
    error_message = "A domain is written like contacts.example.org."
  }
}

variable "certificate_arn" {
  description = "The certificate for `site_domain`, in us-east-1, where CloudFront looks for it."
  type        = string
  default     = null

  validation {
    condition     = (var.certificate_arn == null) == (var.site_domain == null)
    error_message = "`site_domain` and `certificate_arn` come together."
  }

  validation {
    condition     = var.certificate_arn == null || can(regex("^arn:aws:acm:us-east-1:", var.certificate_arn))
    error_message = "CloudFront takes certificates of us-east-1 only."
  }
}

variable "extra_origins" {
  description = "Other origins than the site's that may call the API and sign in, such as http://localhost:5173."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.extra_origins : can(regex("^https?://[^/,*]+$", origin))])
    error_message = "An origin is written like https://example.org: no path, no wildcard."
  }
}

variable "email_identity_arn" {
  description = "A verified SES identity that codes and reminders are sent from. Without one Cognito sends codes itself, 50 a day at most."
  type        = string
  default     = null

  validation {
    condition     = var.email_identity_arn == null || can(regex("^arn:aws:ses:[a-z0-9-]+:[0-9]{12}:identity/", var.email_identity_arn))
    error_message = "An SES identity is written like arn:aws:ses:eu-central-1:123456789012:identity/example.org."
  }
}

variable "reminder_from" {
  description = "Who reminders by e-mail come from, such as Touchbase <touchbase@example.org>; without it no mail is sent."
  type        = string
  default     = null

  validation {
    condition     = var.reminder_from == null || can(regex("^([A-Za-z0-9 .'-]+ <[^@<> ]+@[^@<> ]+>|[^@<> ]+@[^@<> ]+)$", var.reminder_from))
    error_message = "A sender is written like Touchbase <touchbase@example.org>, or touchbase@example.org."
  }

  validation {
    condition     = var.reminder_from == null || can(regex(":${var.region}:", var.email_identity_arn))
    error_message = "`reminder_from` needs `email_identity_arn`, of an identity in the same region."
  }

  # An identity is an address, or a domain with all below it.
  validation {
    condition = var.reminder_from == null || var.email_identity_arn == null || can(regex(
      "[@.<]${replace(element(split("/", var.email_identity_arn), 1), ".", "\\.")}>?$",
      "<${var.reminder_from}",
    ))
    error_message = "The address of `reminder_from` does not belong to the identity `email_identity_arn`."
  }
}

variable "mails_a_second" {
  description = "How many mails a second SES lets this account send: its console says so, 1 in the sandbox."
  type        = number
  default     = 1

  validation {
    condition     = var.mails_a_second >= 1 && floor(var.mails_a_second) == var.mails_a_second
    error_message = "A whole number, 1 at least."
  }
}

variable "waf" {
  description = "Whether a web application firewall stands before the API. It costs about 7 USD a month and by the request."
  type        = bool
  default     = false
}

variable "alarm_email" {
  description = "Who is written to when an alarm or the budget goes off; AWS asks that address to agree first."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_email == null || can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", var.alarm_email))
    error_message = "This is no e-mail address."
  }
}

variable "monthly_budget_usd" {
  description = "What the whole AWS account may cost a month before it is told."
  type        = number
  default     = 10

  validation {
    condition     = var.monthly_budget_usd > 0
    error_message = "More than 0."
  }
}
