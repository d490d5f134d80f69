import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { NOUNS } from '../../src/domain/nouns.ts';
import type { Edge } from './edge.ts';
import { type Person, signedIn } from './person.ts';
import { sampleOf } from './tenancy-sample.ts';

const NAMES = [
  'marker',
  'id',
  'removedId',
  'device',
  'email',
  'identity',
  'workspace',
  'subject',
  'accessKeyId',
  'cursor',
  'ticketHash',
  'nearTicket',
  'nearCode',
] as const;

/** What somebody could know or guess of somebody else, by a name. */
export type Handles = Readonly<Record<(typeof NAMES)[number], string>>;

/** An attempt and its control go through them side by side, so they are in one order. */
export function valuesOf(handles: Handles): string[] {
  return NAMES.map((name) => handles[name]);
}

export interface Target {
  readonly person: Person;
  readonly handles: Handles;
  readonly ticket: string;
  /** Every item of the table that is theirs or speaks of them, as it is kept. */
  items(): Promise<string[]>;
}

/** Somebody who uses everything that there is: records of every noun, one removed, a device, reminders, a code, a claim. */
export async function someoneElse(edge: Edge): Promise<Target> {
  const marker = `marker-${randomBytes(8).toString('hex')}`;
  const [email, device] = [`${marker}@example.org`, v7()];
  const person = await signedIn(edge, email);
  const ids: string[] = [];
  for (const noun of NOUNS) {
    for (let n = 0; n < 3; n++) {
      const { body } = await done(person.send('POST', `/${noun.type}`, sampleOf(noun, marker)));
      ids.push(body[noun.idField]);
    }
    await done(person.send('DELETE', `/${noun.type}/${ids.at(-1)}`));
  }
  await done(person.send('PUT', `/account/devices/${device}`, { name: marker }));
  const code = (await done(person.send('POST', '/account/recovery-code'))).body.recovery_code;
  const { ticket } = (await done(person.send('POST', '/claims', { proof: 'identity' }))).body;
  await done(person.send('PUT', '/reminders/email'));
  await done(person.send('PUT', `/reminders/devices/${device}`, subscriptionOf(marker)));
  await done(person.send('POST', '/reminders/trial', { channel: 'email' }));
  const { headers } = await done(person.send('GET', `/${NOUNS[0]?.type}?limit=1`));
  const handles = {
    ...{ marker, email, device, identity: person.identity, workspace: person.workspace },
    id: ids[0] ?? '',
    removedId: ids.at(-1) ?? '',
    subject: edge.users.byEmail(email)?.subject ?? '',
    accessKeyId: person.credentials.accessKeyId,
    cursor: /cursor=([^&>]+)/.exec(headers.get('Link') ?? '')?.[1] ?? '',
    ticketHash: createHash('sha256').update(ticket).digest('base64url'),
    nearTicket: nextTo(ticket),
    nearCode: nextTo(code),
  };
  const items = async () => {
    const all = (await edge.table.all()).map((item) => JSON.stringify(item));
    // What others write into records of their own is not theirs.
    const isElsewhere = (item: string) => item.includes('{"S":"W#') && !item.includes(`{"S":"W#${person.workspace}"}`);
    return all.filter((item) => item.includes(person.workspace) && !isElsewhere(item)).sort();
  };
  return { person, handles, ticket, items };
}

/** A browser's subscription to notifications. */
function subscriptionOf(name: string) {
  const p256dh = Buffer.from([4, ...randomBytes(64)]).toString('base64url');
  const auth = randomBytes(16).toString('base64url');
  return { name, endpoint: `https://push.example.org/${name}`, p256dh, auth };
}

/** The same, of somebody who does not exist. */
export function nobody(like: Handles): Handles {
  const marker = `marker-${randomBytes(8).toString('hex')}`;
  return {
    ...{
      marker,
      email: `${marker}@example.org`,
      id: v7(),
      removedId: v7(),
      device: v7(),
      subject: crypto.randomUUID(),
    },
    identity: like.identity.replace(/:.*/, `:${crypto.randomUUID()}`),
    workspace: randomText(like.workspace),
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    // A page that begins nowhere is refused as such; where theirs begins is a test of its own.
    cursor: like.cursor,
    ticketHash: randomText(like.ticketHash),
    nearTicket: randomText(like.nearTicket),
    nearCode: randomBytes(12)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1-'),
  };
}

/** What was sent or came back, with every value of the handles by its name: for comparing. */
export function withoutHandles(text: string, handles: Handles): string {
  return Object.entries(handles).reduce(
    (rest, [name, value]) =>
      [value, encodeURIComponent(value), value.toUpperCase()].reduce(
        (t, form) => t.replaceAll(form, `<${name}>`),
        rest,
      ),
    text,
  );
}

async function done(reply: ReturnType<Person['send']>) {
  const received = await reply;
  if (received.status >= 300) throw new Error(`Nothing to look for was made: ${received.text}`);
  return received;
}

/** Another of the same shape, one letter away. */
function nextTo(secret: string): string {
  return secret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
}

function randomText(like: string): string {
  return randomBytes(64).toString('base64url').slice(0, like.length);
}
