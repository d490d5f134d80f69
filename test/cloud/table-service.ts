import type { Clock } from './clock.ts';
import type { Issued } from './credentials.ts';
import type { CloudFunction } from './functions.ts';
import type { Received, Sent } from './server.ts';
import { verifySignature } from './sigv4.ts';
import type { Table } from './table.ts';
import { REGION } from './user-pool.ts';

export interface TableServiceOptions {
  readonly clock: Clock;
  readonly table: Table;
  readonly functions: readonly CloudFunction[];
  find(accessKeyId: string): Issued | undefined;
}

/** What the role of a function may do with the table, as infra/terraform/app/lambda.tf says. */
const READS = ['GetItem', 'BatchGetItem', 'Query'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];
const RIGHTS: Readonly<Record<CloudFunction['access'], readonly string[]>> = {
  none: [],
  read: READS,
  write: [...READS, ...WRITES],
};

/** DynamoDB as the functions meet it: it checks who signed a request and what their role may do. */
export function tableService({ clock, table, functions, find }: TableServiceOptions) {
  return async (request: Received): Promise<Sent> => {
    const verdict = verifySignature(request, { region: REGION, service: 'dynamodb', now: clock.now(), find });
    if (verdict.key === undefined) return refusal(verdict.fault, verdict.message);
    const { of, role } = verdict.key;
    const operation = request.header('x-amz-target')?.split('.')[1] ?? '';
    const rights = RIGHTS[functions.find(({ name }) => name === of)?.access ?? 'none'];
    if (!rights.includes(operation))
      return refusal('AccessDeniedException', `${role} is not authorized to perform: dynamodb:${operation}`);
    return forward(request, table.endpoint);
  };
}

async function forward({ headers, body }: Received, endpoint: string): Promise<Sent> {
  const kept = headers.filter(([name]) => /^(authorization|content-type|x-amz-.*)$/i.test(name));
  const response = await fetch(endpoint, { method: 'POST', headers: kept.map(([n, value]) => [n, value]), body });
  const type = response.headers.get('content-type') ?? 'application/x-amz-json-1.0';
  return { status: response.status, headers: { 'Content-Type': type }, body: await response.text() };
}

function refusal(type: string, message: string): Sent {
  const body = JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message });
  return { status: 400, headers: { 'Content-Type': 'application/x-amz-json-1.0' }, body };
}
