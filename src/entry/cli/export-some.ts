import { contact } from '../../domain/contact.ts';
import { type CalendarDate, localDate } from '../../domain/dates.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { recordsIn } from '../../domain/records-in.ts';
import { tableOf } from '../../interop/archive/tables.ts';
import { ahead } from '../../interop/icalendar/ahead.ts';
import { calendarRecords, entriesOnlyOf } from '../../interop/icalendar/calendar-records.ts';
import { type CalendarRecords, writeCalendar } from '../../interop/icalendar/write-calendar.ts';
import { writeVcards } from '../../interop/vcard/write-vcards.ts';
import { allOf, type Client } from './client.ts';
import { EXIT, Failure, type Terminal, type Typed, textOf } from './command.ts';
import { LISTED } from './find.ts';
import { addressOf, hasFilters, nounOfWords } from './query.ts';
import { refuseOverwriting, tellExported, write } from './written.ts';

/** What `--as` takes. */
export const FORMS = ['csv', 'vcard', 'ics'] as const;
type Form = (typeof FORMS)[number];

const ENDINGS: Readonly<Record<Form, string>> = { csv: 'csv', vcard: 'vcf', ics: 'ics' };

/** Writes the records that `list` would find, however many, as other programs take them. */
export async function exportSome(terminal: Terminal, words: readonly string[], options: Typed): Promise<number> {
  const form = formOf(options);
  const { noun, rest } = nounOfWords(words);
  if (form === 'vcard' && noun.type !== contact.type) {
    throw new Failure('Only contacts are people with a card. Say --as csv or --as ics.', EXIT.usage);
  }
  const isWhole = form === 'ics' && words.length === 0 && !hasFilters(options);
  const today = localDate(terminal.now());
  const file = textOf(options, 'to') ?? `touchbase-${isWhole ? 'calendar' : noun.type}-${today}.${ENDINGS[form]}`;
  refuseOverwriting(file, options.force === true);
  const client = await terminal.client();
  const found = new Map<string, readonly AnyRecord[]>();
  for (const one of isWhole ? LISTED : [noun]) {
    found.set(one.type, await allOf(client, await addressOf(client, one, { words: rest, options, limit: 1000 })));
  }
  const text = form === 'ics' ? await calendarText(client, found, today, options.ahead === true) : null;
  await write(terminal, file, encoded(text ?? piecesOf(form, noun, found.get(noun.type) ?? [])));
  tellExported(terminal, file, Object.fromEntries([...found].map(([type, records]) => [type, records.length])));
  return EXIT.done;
}

function formOf(options: Typed): Form {
  const typed = textOf(options, 'as');
  const form = FORMS.find((one) => one === typed);
  if (!form) throw new Failure(`--as takes ${FORMS.join(', ')}.`, EXIT.usage);
  if (form !== 'ics' && options.ahead === true) throw new Failure('--ahead goes with --as ics.', EXIT.usage);
  return form;
}

function piecesOf(form: Form, noun: Noun, records: readonly AnyRecord[]): Iterable<string> {
  return form === 'csv' ? tableOf(noun, records) : [writeVcards(recordsIn(contact, records))];
}

/** Entries of those found only; the others lend their names to them. */
async function calendarText(
  client: Client,
  found: ReadonlyMap<string, readonly AnyRecord[]>,
  today: CalendarDate,
  isAhead: boolean,
): Promise<readonly string[]> {
  const all = new Map(found);
  for (const { type } of LISTED) if (!all.has(type)) all.set(type, await allOf(client, `/v1/${type}?limit=1000`));
  const records: CalendarRecords = entriesOnlyOf(calendarRecords(all), new Set(found.keys()));
  const alarm = { before: null, onDay: null };
  return [
    writeCalendar(isAhead ? ahead(records, today) : records, { name: 'Touchbase', today, tasksAs: 'events', alarm }),
  ];
}

const encoder = new TextEncoder();

function* encoded(pieces: Iterable<string>): Iterable<Uint8Array> {
  for (const piece of pieces) yield encoder.encode(piece);
}
