import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type DynamodbClient, dynamodbClient } from '../../src/store/dynamodb-client.ts';
import { type Table, wholeTable } from './table.ts';

/** Longer than for a person who waits: a page of a scan is large. */
const ATTEMPT_MS = 30_000;

/** The account that the credentials of the default chain are of. */
export async function accountOf(region: string): Promise<string> {
  const { Account } = await new STSClient({ region }).send(new GetCallerIdentityCommand());
  if (!Account) throw new Error('AWS does not say whose credentials these are.');
  return Account;
}

/** The table of an installation, with the credentials of the default chain, renewed when they run out. */
export function awsTable(name: string, region: string, env: NodeJS.ProcessEnv = process.env): Table {
  const { credentials } = new STSClient({ region }).config;
  const endpoint = env.AWS_ENDPOINT_URL_DYNAMODB ?? env.AWS_ENDPOINT_URL ?? `https://dynamodb.${region}.amazonaws.com`;
  let standing: { client: DynamodbClient; key: string } | undefined;
  return wholeTable(connect, name);

  async function connect(): Promise<DynamodbClient> {
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
    if (standing?.key !== accessKeyId) {
      const current = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
      const client = dynamodbClient({ endpoint, region, credentials: current, attemptMs: ATTEMPT_MS });
      standing = { client, key: accessKeyId };
    }
    return standing.client;
  }
}

/** Makes CloudFront forget these paths, everywhere, within a minute or so. */
export async function forget(distribution: string, paths: readonly string[]): Promise<void> {
  const cloudFront = new CloudFrontClient({ region: 'us-east-1' });
  await cloudFront.send(
    new CreateInvalidationCommand({
      DistributionId: distribution,
      InvalidationBatch: {
        CallerReference: crypto.randomUUID(),
        Paths: { Quantity: paths.length, Items: [...paths] },
      },
    }),
  );
}
