import { DynamoDB, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import type { Attempt, ClientOptions, DynamodbClient } from '../../../src/store/dynamodb-client.ts';

/** Stands in for our client in a benchmark: the same calls by the client of the AWS SDK. */
export function dynamodbClient({ endpoint, region, credentials, onCapacity }: ClientOptions): DynamodbClient {
  const sdk = new DynamoDB({ endpoint, region, credentials });
  return { call, retrying };

  async function call<Schema extends v.GenericSchema>(operation: string, request: object, schema: Schema) {
    const method = v.parse(v.function(), Reflect.get(sdk, `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`));
    onCapacity?.(0, operation);
    return v.parse(schema, await Reflect.apply(method, sdk, [request]));
  }

  async function retrying<Answer>(attempt: () => Promise<Attempt<Answer>>): Promise<Answer> {
    for (;;) {
      const result = await attempt();
      if ('answer' in result) return result.answer;
    }
  }
}

export const DynamodbError = DynamoDBServiceException;
