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
