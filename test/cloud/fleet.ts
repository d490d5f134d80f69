import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newFolder } from '../folder.ts';
import type { Clock } from './clock.ts';
import type { Credentials } from './credentials.ts';
import type { BuiltCloud, CloudFunction } from './functions.ts';
import { lambdaWorker } from './lambda-worker.ts';
import { serve } from './server.ts';
import type { Table } from './table.ts';
import { tableService } from './table-service.ts';
import { REGION } from './user-pool.ts';

export interface LogLine {
  /** The name of the function. */
  readonly of: string;
  readonly line: string;
}

export interface FleetOptions {
  readonly clock: Clock;
  readonly credentials: Credentials;
  readonly table: Table;
  readonly userPool: string;
  /** Where the user pool's service is. */
  readonly users: { readonly origin: string };
  readonly site: { readonly origin: string };
  /** Where the API is, with its stage. */
  readonly api: string;
  /** Where SES is, and by whom and by which configuration set it sends; null where no mail is sent. */
  readonly mail: { readonly origin: string; readonly from: string; readonly set: string } | null;
  readonly options: Limits;
}

export interface Limits {
  readonly writesADay?: number;
  readonly guestWritesADay?: number;
  readonly guestDays?: number;
}

/** Every function of the zip, each in a process of its own that starts when it is first asked. */
export async function startFleet({ functions, files }: BuiltCloud, around: FleetOptions) {
  const { clock, credentials, table } = around;
  const records = await serve(clock, tableService({ clock, table, functions, find: credentials.find }));
  const folder = newFolder();
  unpack(files, folder.path);
  const logs: LogLine[] = [];
  const workers = new Map(
    functions.map((described) => {
      const env = environmentOf(described, { ...around, records });
      const onLine = (line: string) => logs.push({ of: described.name, line });
      return [described.name, lambdaWorker({ clock, described, folder: folder.path, env, onLine })];
    }),
  );
  const restart = async () => {
    await Promise.all([...workers.values()].map((worker) => worker.stop()));
  };
  return {
    ...{ logs, restart },
    invoke: async (name: string, event: unknown) => {
      const worker = workers.get(name);
      if (!worker) throw new Error(`There is no function ${name}.`);
      return worker.invoke(event);
    },
    stop: async () => {
      await restart();
      await records.stop();
      folder.remove();
    },
  };
}

function unpack(files: BuiltCloud['files'], folder: string): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** As infra/terraform/app/lambda.tf sets it, and the credentials and endpoints besides. */
function environmentOf(
  { name }: CloudFunction,
  {
    credentials,
    table,
    records,
    users,
    userPool,
    site,
    api,
    mail,
    options,
  }: FleetOptions & { records: { origin: string } },
): Record<string, string> {
  const { writesADay = 5000, guestWritesADay = 500, guestDays = 30 } = options;
  const role = { role: `touchbase-${REGION}-${name}`, of: name, expiresAt: Number.POSITIVE_INFINITY };
  const { accessKeyId, secretAccessKey, sessionToken } = credentials.issue(role);
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL_DYNAMODB: records.origin,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: users.origin,
    TOUCHBASE_TABLE: table.name,
    TOUCHBASE_ORIGINS: site.origin,
    TOUCHBASE_API: api,
    TOUCHBASE_USER_POOL: userPool,
    TOUCHBASE_WRITES_A_DAY: String(writesADay),
    TOUCHBASE_GUEST_WRITES_A_DAY: String(guestWritesADay),
    TOUCHBASE_GUEST_DAYS: String(guestDays),
    ...(mail && {
      AWS_ENDPOINT_URL_SESV2: mail.origin,
      TOUCHBASE_MAIL_FROM: mail.from,
      TOUCHBASE_MAIL_SET: mail.set,
      TOUCHBASE_MAIL_RATE: '100',
    }),
  };
}
