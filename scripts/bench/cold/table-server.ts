import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as v from 'valibot';

const Ready = v.object({ endpoint: v.string(), table: v.string() });

/** A table for the starts to read from, in a process of its own; and the environment that tells a function of it. */
export async function startTableServer() {
  const child = fork(join(import.meta.dirname, 'table-process.ts'));
  const [message] = await once(child, 'message');
  const { endpoint, table } = v.parse(Ready, message);
  return {
    environment: {
      TOUCHBASE_TABLE: table,
      TOUCHBASE_ORIGINS: 'https://touchbase.example.org',
      TOUCHBASE_API: 'https://api.example.org/v1',
      TOUCHBASE_USER_POOL: 'eu-central-1_pool',
      TOUCHBASE_WRITES_A_DAY: '1000',
      TOUCHBASE_GUEST_WRITES_A_DAY: '1000',
      TOUCHBASE_GUEST_DAYS: '30',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'a secret key',
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    },
    stop: () => child.kill(),
  };
}
