import { splitDateTime } from '../../domain/dates.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { idOf } from '../../domain/noun.ts';
import { STAGES } from '../../domain/stages.ts';
import { type Happened, type Timeline, timelineOf } from '../../domain/timeline.ts';
import { toText } from '../../domain/typed-text.ts';
import { allOf, type Client } from './client.ts';
import { type Command, EXIT, Failure, printJson, type Terminal } from './command.ts';
import { findRecord, LISTED } from './find.ts';
import { wordsOf } from './list.ts';
import { nounOfWords } from './query.ts';
import { tableText } from './table.ts';

export const show: Command = {
  name: 'show',
  takes: '[TYPE] WHO',
  summary: 'Shows one record with all that happened; WHO is an id, the end of one, or words of it.',
  first: LISTED.map(({ type }) => type),
  async run(terminal, { words }) {
    const { noun, rest } = nounOfWords(words);
    if (rest.length === 0) throw new Failure('Say which: `touchbase show Ada`, or by its id.', EXIT.usage);
    const client = await terminal.client();
    const nouns = rest.length < words.length ? [noun] : LISTED.slice(0, 2);
    const found = await findRecord(client, nouns, rest.join(' '));
    const touching = await touchingOf(client, found.noun, found.record);
    if (terminal.isJson) printJson(terminal, { ...found.record, ...touching });
    else print(terminal, found.noun, found.record, touching && timelineOf({ subject: found.record, ...touching }));
    return EXIT.done;
  },
};

/** What touches a contact or an application; other nouns have no timeline. */
async function touchingOf(client: Client, noun: Noun, record: AnyRecord) {
  if (noun.type !== 'contacts' && noun.type !== 'applications') return undefined;
  const of = `limit=1000&${noun.idField}=${idOf(noun, record)}`;
  const [interactions, tasks, applications] = await Promise.all([
    allOf(client, `/v1/interactions?${of}`),
    allOf(client, `/v1/tasks?${of}`),
    noun.type === 'applications' ? [record] : applicationsOf(client, idOf(noun, record)),
  ]);
  return { interactions, tasks, applications };
}

async function applicationsOf(client: Client, contactId: string): Promise<AnyRecord[]> {
  const all = await allOf(client, '/v1/applications?limit=1000');
  const names = (row: unknown) => typeof row === 'object' && row !== null && 'contact_id' in row && row.contact_id;
  return all.filter(
    ({ contact_ids }) => Array.isArray(contact_ids) && contact_ids.some((row) => names(row) === contactId),
  );
}

function print({ out, width }: Terminal, noun: Noun, record: AnyRecord, timeline: Timeline | undefined): void {
  const facts = Object.entries(noun.fields)
    .filter(([name, field]) => !field.entryFields && toText(record[name]) !== '')
    .map(([name, field]) => [field.label, wordsOf(field, record[name])]);
  const long = Math.max(...facts.map(([label = '']) => label.length));
  for (const [label = '', value = ''] of facts) out(`${label.padEnd(long)}  ${indented(value, long + 2)}\n`);
  out(`${'Id'.padEnd(long)}  ${idOf(noun, record)}\n`);
  if (!timeline) return;
  section(
    out,
    'To do',
    timeline.ahead.map((task) => [toText(task.due_on), toText(task.title)]),
    width,
  );
  section(
    out,
    'So far',
    timeline.happened.map((one) => [dayOf(one), whatOf(one)]),
    width,
  );
}

/** Control characters from strangers would speak to the terminal. */
function indented(text: string, by: number): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, ' '));
  return lines.join(`\n${' '.repeat(by)}`);
}

function section(out: Terminal['out'], title: string, rows: readonly string[][], width: number): void {
  if (rows.length > 0) out(`\n${tableText([title, ''], rows, width)}`);
}

function dayOf({ at }: Happened): string {
  const { date, time } = splitDateTime(at);
  return [date, time.slice(0, 5)].filter(Boolean).join(' ');
}

function whatOf(one: Happened): string {
  switch (one.kind) {
    case 'interaction': {
      const { direction, subject, body } = one.record;
      const who = direction === 'in' ? 'From them: ' : direction === 'out' ? 'From me: ' : '';
      return who + [subject, body].map(toText).filter(Boolean).join(' – ');
    }
    case 'task':
      return `Done: ${toText(one.record.title)}`;
    case 'stage':
      return `${toText(one.record.position)}: ${STAGES[one.stage as keyof typeof STAGES]}${one.outcome ? ` (${one.outcome})` : ''}`;
    case 'status':
      return `Status: ${one.status ?? 'none'}`;
    case 'added':
      return 'Added';
  }
}
