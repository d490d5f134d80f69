import { localDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { localMoment } from '../../domain/local-moment.ts';
import { type AnyRecord, idOf, type Noun, nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { nextTask } from '../../domain/repeat.ts';
import { toText } from '../../domain/typed-text.ts';
import { type Client, recordOf } from './client.ts';
import { type Command, EXIT, Failure, printJson, type Terminal } from './command.ts';
import { FIELD_GROUPS, FIELD_OPTIONS, fieldsTyped } from './fields.ts';
import { findRecord, LISTED, nounNamed, shortId } from './find.ts';
import { nounOfWords } from './query.ts';

const TYPES = LISTED.map(({ singular }) => singular);

export const add: Command = {
  name: 'add',
  takes: 'TYPE --FIELD VALUE…',
  summary: 'Adds a contact, an application, an interaction or a task; each field is an option.',
  first: TYPES,
  options: FIELD_OPTIONS,
  groups: FIELD_GROUPS,
  begins: true,
  async run(terminal, { words, options }) {
    const noun = nounNamed(words[0] ?? '');
    if (!noun || words.length > 1) throw new Failure(`Say what to add: ${TYPES.join(', ')}.`, EXIT.usage);
    const client = await terminal.client();
    const record = await create(client, noun, await fieldsTyped(client, noun, options));
    return tell(terminal, noun, record, 'Added');
  },
};

export const edit: Command = {
  name: 'edit',
  takes: '[TYPE] WHO --FIELD VALUE…',
  summary: 'Changes fields of a record; an empty value empties one.',
  first: LISTED.map(({ type }) => type),
  options: FIELD_OPTIONS,
  groups: FIELD_GROUPS,
  async run(terminal, { words, options }) {
    const { noun, rest } = nounOfWords(words);
    if (rest.length === 0) throw new Failure('Say which: `touchbase edit Ada --phone 1`, or by its id.', EXIT.usage);
    const client = await terminal.client();
    const { record } = await findRecord(client, [noun], rest.join(' '));
    const fields = await fieldsTyped(client, noun, options);
    if (Object.keys(fields).length === 0) throw new Failure('Say what to change: --phone "+41 44 …".', EXIT.usage);
    return tell(terminal, noun, await patch(client, noun, record, fields), 'Saved');
  },
};

export const log: Command = {
  name: 'log',
  takes: 'WHO [TEXT…]',
  summary: 'Logs a conversation with a contact, now unless --occurred-at says when; “-” reads the text from the input.',
  options: FIELD_OPTIONS,
  groups: FIELD_GROUPS.filter(({ of }) => of === 'interaction'),
  async run(terminal, { words, options }) {
    const [who, ...text] = words;
    if (!who)
      throw new Failure('Say with whom: `touchbase log Ada "She calls back on Monday" --channel phone`.', EXIT.usage);
    const client = await terminal.client();
    const [contacts, interactions] = [nounOf(NOUNS, 'contacts'), nounOf(NOUNS, 'interactions')];
    const { record: contact } = await findRecord(client, [contacts], who);
    const body = text.join(' ') === '-' ? new TextDecoder().decode(await terminal.input()).trim() : text.join(' ');
    const record = await create(client, interactions, {
      contact_id: idOf(contacts, contact),
      occurred_at: localMoment(terminal.now()),
      ...(body && { body }),
      ...(await fieldsTyped(client, interactions, options)),
    });
    return tell(terminal, interactions, record, `Logged with ${toText(contact.name)}`);
  },
};

export const done: Command = {
  name: 'done',
  takes: 'TASK',
  summary: 'Marks a task done; one that repeats comes again.',
  async run(terminal, { words }) {
    if (words.length === 0) throw new Failure('Say which task: `touchbase list tasks` shows them.', EXIT.usage);
    const client = await terminal.client();
    const { noun, record } = await findRecord(client, [nounOf(NOUNS, 'tasks')], words.join(' '));
    const now = terminal.now();
    if (record.done_at !== null) return tell(terminal, noun, record, 'Was done already');
    const next = nextTask(record, localDate(now));
    // First, and by an id that follows from this one: broken off here, the task is done again and comes again once.
    if (next) await create(client, noun, { ...next.record, [noun.idField]: next.id });
    const finished = await patch(client, noun, record, { done_at: now.toISOString() });
    return tell(terminal, noun, finished, next ? `Done, and again on ${next.record.due_on}` : 'Done');
  },
};

async function create(client: Client, { type }: Noun, fields: JsonObject): Promise<AnyRecord> {
  return recordOf(await client.send('POST', `/v1/${type}`, fields));
}

async function patch(client: Client, noun: Noun, record: AnyRecord, fields: JsonObject): Promise<AnyRecord> {
  return recordOf(await client.send('PATCH', `/v1/${noun.type}/${idOf(noun, record)}`, fields));
}

function tell(terminal: Terminal, noun: Noun, record: AnyRecord, what: string): number {
  const title = toText(record[noun.titleField]) || noun.singular;
  if (terminal.isJson) printJson(terminal, record);
  else terminal.out(`${what}: ${title} (${shortId(noun, record)})\n`);
  return EXIT.done;
}
