"""One start of a Python function that reads one item by boto3, in a process of its own."""
import json
import os
import sys
import time

event = json.loads(sys.argv[1])
begin = time.perf_counter()
import boto3  # noqa: E402

client = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])
ready = time.perf_counter() - begin
identity = event["requestContext"]["identity"]["cognitoIdentityId"]
key = {"pk": {"S": "W#" + identity}, "sk": {"S": "contacts#" + event["path"].rsplit("/", 1)[1]}}
answer = client.get_item(TableName=os.environ["TOUCHBASE_TABLE"], Key=key, ConsistentRead=True)
status = 200 if "Item" in answer else 404
answered = time.perf_counter() - begin
print("\n" + json.dumps({"ready": ready * 1000, "answered": answered * 1000, "status": status}), end="")
