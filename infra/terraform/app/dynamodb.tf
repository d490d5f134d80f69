locals {
  table_definition = jsondecode(file("${path.module}/../../../src/store/dynamodb-table.json"))
  table            = local.table_definition.CreateTable
  keys             = { for key in local.table.KeySchema : key.KeyType => key.AttributeName }
  provisioned      = var.billing == "provisioned"
}

# Local indexes share the table's capacity and can only be made with it.
resource "aws_dynamodb_table" "records" {
  name           = var.name
  billing_mode   = local.provisioned ? "PROVISIONED" : "PAY_PER_REQUEST"
  read_capacity  = local.provisioned ? local.table.ProvisionedThroughput.ReadCapacityUnits : null
  write_capacity = local.provisioned ? local.table.ProvisionedThroughput.WriteCapacityUnits : null
  hash_key       = local.keys.HASH
  range_key      = local.keys.RANGE

  dynamic "attribute" {
    for_each = local.table.AttributeDefinitions

    content {
      name = attribute.value.AttributeName
      type = attribute.value.AttributeType
    }
  }

  dynamic "local_secondary_index" {
    for_each = local.table.LocalSecondaryIndexes

    content {
      name            = local_secondary_index.value.IndexName
      range_key       = one([for key in local_secondary_index.value.KeySchema : key.AttributeName if key.KeyType == "RANGE"])
      projection_type = local_secondary_index.value.Projection.ProjectionType
    }
  }

  dynamic "global_secondary_index" {
    for_each = local.table.GlobalSecondaryIndexes

    content {
      name            = global_secondary_index.value.IndexName
      hash_key        = one([for key in global_secondary_index.value.KeySchema : key.AttributeName if key.KeyType == "HASH"])
      range_key       = one([for key in global_secondary_index.value.KeySchema : key.AttributeName if key.KeyType == "RANGE"])
      projection_type = global_secondary_index.value.Projection.ProjectionType
      read_capacity   = local.provisioned ? global_secondary_index.value.ProvisionedThroughput.ReadCapacityUnits : null
      write_capacity  = local.provisioned ? global_secondary_index.value.ProvisionedThroughput.WriteCapacityUnits : null
    }
  }

  ttl {
    attribute_name = local.table_definition.UpdateTimeToLive.TimeToLiveSpecification.AttributeName
    enabled        = local.table_definition.UpdateTimeToLive.TimeToLiveSpecification.Enabled
  }

  point_in_time_recovery {
    enabled = var.point_in_time_recovery
  }
}
