import * as v from 'valibot';
import { type Attributes, partition } from './dynamodb-item.ts';
import { type Items, severally } from './dynamodb-items.ts';
import { type Claim, type Entry, LEDGER_DAYS, type Ledger, type Outcome, readEntry, type Sending } from './ledger.ts';

/** What moving needs of it besides. */
interface HandOver {
  /** Copies what was sent into another workspace. */
  handOver(from: string, to: string): Promise<void>;
}

/** One item for each sending, beside the records of its workspace; TTL removes it. */
export function openDynamodbLedger(items: Items, now: () => Date): Ledger & HandOver {
  return { claim, mark, latest, forget, handOver };

  async function claim(workspace: string, sending: Sending, lease: string): Promise<Claim | undefined> {
    const at = now().toISOString();
    const expires_at = Math.floor(now().getTime() / 1000) + LEDGER_DAYS * 86_400;
    const values = { ':sending': 'sending', ':at': at, ':lease': lease, ':expires_at': expires_at, ':null': null };
    const text =
      'SET #state = :sending, #at = :at, #free_at = :lease, #detail = :null, #expires_at = :expires_at ADD #attempt :one';
    const claimed = await items.update(
      keyOf(workspace, sending),
      { text, values: { ...values, ':one': 1 } },
      { text: 'attribute_not_exists(#free_at) OR #free_at <= :at', values: { ':at': at } },
      v.object({ attempt: v.number() }),
    );
    return claimed && { ...sending, attempt: claimed.attempt };
  }

  async function mark(workspace: string, claim: Claim, outcome: Outcome): Promise<boolean> {
    const { state, detail } = outcome;
    const free_at = outcome.state === 'delayed' ? outcome.retry : NEVER;
    const values = { ':state': state, ':at': now().toISOString(), ':free_at': free_at, ':detail': detail };
    const text = 'SET #state = :state, #at = :at, #free_at = :free_at, #detail = :detail';
    const own = {
      text: '#attempt = :attempt AND #state = :sending',
      values: { ':attempt': claim.attempt, ':sending': 'sending' },
    };
    return (await items.update(keyOf(workspace, claim), { text, values }, own, v.object({}))) !== undefined;
  }

  async function latest(workspace: string, limit: number): Promise<readonly Entry[]> {
    const { found } = await items.find({ ...all(workspace), descending: true, limit }, EntryItem);
    return found.map(entryOf);
  }

  /** What stands there already stays. */
  async function handOver(from: string, to: string): Promise<void> {
    let after: Attributes | undefined;
    do {
      const page = await items.find({ ...all(from), limit: PAGE, after }, EntryItem);
      await severally(page.found, (item) => items.put({ ...item, pk: partition(to) }, NONE));
      after = page.after;
    } while (after);
  }

  async function forget(workspace: string): Promise<void> {
    for (let more = true; more; ) {
      const { found, after } = await items.find({ ...all(workspace), limit: PAGE }, EntryItem);
      await severally(found, ({ sk }) => items.remove({ pk: partition(workspace), sk }));
      more = after !== undefined;
    }
  }
}

const PREFIX = 'sent#';
const PAGE = 100;

/** Above every instant. */
const NEVER = '~';

const NONE = { text: 'attribute_not_exists(#pk)' };

const EntryItem = v.looseObject({ sk: v.string() });

function keyOf(workspace: string, { day, what, channel }: Sending) {
  return { pk: partition(workspace), sk: `${PREFIX}${day}#${what}#${channel}` };
}

function all(workspace: string) {
  const values = { ':pk': partition(workspace), ':prefix': PREFIX };
  return { text: '#pk = :pk AND begins_with(#sk, :prefix)', values };
}

function entryOf({ sk, ...item }: v.InferOutput<typeof EntryItem>): Entry {
  const [day, what, channel] = sk.slice(PREFIX.length).split('#');
  return readEntry({ day, what, channel, ...item });
}
