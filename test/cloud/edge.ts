import { type Clock, startClock } from './clock.ts';
import { type IdentityPool, identityPool } from './cognito-identity.ts';
import { type Credentials, credentialsIssuer, type Issued } from './credentials.ts';
import { EmailService } from './email-service.ts';
import { type Limits, type LogLine, startFleet } from './fleet.ts';
import { builtCloud, type CloudFunction } from './functions.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { STAGE } from './gateway-event.ts';
import { notification, scheduledEvent } from './invocation-events.ts';
import { loginDomain } from './login-domain.ts';
import { serve } from './server.ts';
import { startSite } from './site.ts';
import { startTable, type Table } from './table.ts';
import { REGION, type Users, userPool } from './user-pool.ts';
import { userService } from './user-service.ts';

export interface EdgeOptions extends Limits {
  /** That of another deployment, which a rebuilt one found again; it is not stopped with this one. */
  readonly table?: Table;
  /** How long a function may take; 29 s in AWS. */
  readonly integrationMs?: number;
}

/** A deployment, with what stands for AWS around it. */
export interface Edge {
  /** Where the app is: `http://127.0.0.1:1234`. */
  readonly site: string;
  /** Where the API is, with its stage. */
  readonly api: string;
  /** Where the identity pool is asked. */
  readonly identity: string;
  readonly loginDomain: string;
  /** What config.json says. */
  readonly config: Config;
  readonly users: Users;
  /** Amazon SES: what it took, and what it is to answer instead. */
  readonly mail: Pick<EmailService, 'taken' | 'troubles' | 'isInSandbox'>;
  readonly identityPool: Pick<IdentityPool, 'areGuestsAllowed' | 'merging' | 'mergedIs'>;
  readonly gateway: Pick<Gateway, 'isThrottled'>;
  readonly logs: readonly LogLine[];
  readonly clock: Clock;
  readonly table: Table;
  readonly functions: readonly CloudFunction[];
  /** Runs a scheduled function at once. */
  run(name: string): Promise<unknown>;
  /** Has a topic tell its function of what SES says. */
  tell(name: string, event: object): Promise<unknown>;
  /** Ends the process of every function, as Lambda does when it likes. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Config {
  readonly home: 'cloud';
  readonly region: string;
  readonly api: string;
  readonly guests: boolean;
  readonly identity: { readonly endpoint: string; readonly pool: string };
  readonly login: { readonly issuer: string; readonly client: string; readonly domain: string; readonly users: string };
}

/** Starts a deployment of what is built, on free ports of this machine. */
export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const built = builtCloud();
  const clock = startClock();
  const credentials = credentialsIssuer();
  const table = options.table ?? (await startTable());
  const people = await startPeople(clock, credentials, built.functions, () => `${site.origin}/`);
  const site = await startSite({
    ...{ clock, headers: built.siteHeaders, config: () => config },
    connect: () => [gateway, people.identity, people.users, people.login].map(({ origin }) => origin),
  });
  const gateway = await startGateway({
    ...{ clock, functions: built.functions, site: site.origin, find: credentials.find },
    invoke: (name, event) => fleet.invoke(name, event),
    ...(options.integrationMs && { integrationMs: options.integrationMs }),
  });
  const config = configOf(`${gateway.origin}/${STAGE}`, people);
  const mail = await startMail(clock, credentials, built.functions);
  const around = { clock, credentials, table, options, userPool: people.pool.id, users: people.users, site };
  const fleet = await startFleet(built, { ...around, api: config.api, mail: { ...mail, ...MAIL } });

  return {
    ...{ clock, table, config, gateway, functions: built.functions, logs: fleet.logs, restart: fleet.restart },
    ...{ identityPool: people.identities, users: people.pool.users, mail: mail.service },
    site: site.origin,
    api: config.api,
    identity: config.identity.endpoint,
    loginDomain: config.login.domain,
    run: (name) => fleet.invoke(name, scheduledEvent(clock)),
    tell: (name, event) => fleet.invoke(name, notification(name, event, clock)),
    stop: async () => {
      await Promise.all([gateway, fleet, site, people, mail].map((part) => part.stop()));
      if (!options.table) table.stop();
    },
  };
}

type People = Awaited<ReturnType<typeof startPeople>>;

/** All of Cognito: the user pool with its login pages and its own service, and the identity pool. */
async function startPeople(
  clock: Clock,
  credentials: Credentials,
  functions: readonly CloudFunction[],
  callback: () => string,
) {
  const pool = userPool(clock);
  const identities = identityPool({ clock, users: pool, credentials });
  const mayAsk = ({ of }: Pick<Issued, 'of'>) =>
    functions.some(({ name, needs }) => name === of && needs.includes('directory'));
  const users = await serve(clock, userService({ clock, pool, find: credentials.find, mayAsk }));
  const identity = await serve(clock, identities.answer);
  const login = await serve(clock, loginDomain({ clock, pool, callbacks: () => [callback()] }));
  const stop = async () => {
    await Promise.all([users, identity, login].map((server) => server.stop()));
  };
  return { pool, identities, users, identity, login, stop };
}

/** Who sends, and by which configuration set. */
const MAIL = { from: 'Touchbase <reminders@touchbase.example>', set: 'touchbase' };

/** SES as the functions meet it: those may send that say so, by our identity. */
async function startMail(clock: Clock, { find }: Credentials, functions: readonly CloudFunction[]) {
  const mayAsk = ({ of }: Pick<Issued, 'of'>) =>
    functions.some(({ name, needs }) => name === of && needs.includes('mail'));
  const service = new EmailService({ clock, find, mayAsk, verified: new Set(['touchbase.example']) });
  service.isInSandbox = false;
  const { origin, stop } = await serve(clock, service.answer);
  return { service, origin, stop };
}

function configOf(api: string, { pool, identities, identity, login, users }: People): Config {
  return {
    ...{ home: 'cloud', region: REGION, api },
    get guests() {
      return identities.areGuestsAllowed;
    },
    identity: { endpoint: `${identity.origin}/`, pool: identities.id },
    login: { issuer: pool.issuer, client: pool.client, domain: login.origin, users: `${users.origin}/` },
  };
}
