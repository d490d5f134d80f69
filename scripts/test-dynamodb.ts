import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const USAGE = `npm run test:dynamodb -- --endpoint URL [--region REGION]

Runs the store contract against another DynamoDB than the one in the tests: DynamoDB Local, or AWS itself
(https://dynamodb.REGION.amazonaws.com). It makes a table of its own for each test file and deletes it afterwards.
AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN are the credentials.`;

await main();

async function main(): Promise<void> {
  const { endpoint, region } = options();
  if (!endpoint || !URL.canParse(endpoint)) return refuse(USAGE);
  const missing = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].filter((name) => !process.env[name]);
  if (missing.length > 0) return refuse(`Set ${missing.join(' and ')}: any text will do for DynamoDB Local.`);
  process.env.TOUCHBASE_DYNAMODB_ENDPOINT = endpoint;
  process.env.AWS_REGION = region ?? process.env.AWS_REGION ?? 'us-east-1';
  // Changes are read eventually consistent: at AWS, a test may look a moment too early.
  const vitest = await startVitest('test', ['src/store/dynamodb.test.ts', 'test/store-agreement.test.ts'], {
    retry: 2,
  });
  await vitest.exit();
}

function options(): { endpoint?: string; region?: string } {
  try {
    return parseArgs({ options: { endpoint: { type: 'string' }, region: { type: 'string' } } }).values;
  } catch {
    return {};
  }
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
