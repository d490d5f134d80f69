import { splitDateTime } from '../../domain/dates.ts';
import type { Field } from '../../domain/field.ts';
import { filterFields } from '../../domain/listing.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { allOf } from './client.ts';
import { type Command, EXIT, Failure, printJson, type Terminal, type Typed, textOf } from './command.ts';
import { LISTED, nounNamed, shortId } from './find.ts';
import { tableText } from './table.ts';

const USUAL = 50;
const COLUMNS = 6;

const FILTERS = new Set(LISTED.flatMap(({ fields }) => filterFields(fields).map(({ parameter }) => parameter)));
const QUERY = ['sort', 'due', ...FILTERS];
const optionName = (parameter: string) => parameter.replaceAll('_', '-');

export const list: Command = {
  name: 'list',
  takes: '[TYPE] [WORD…]',
  summary: 'Lists contacts, or applications, interactions or tasks; the words search them.',
  first: LISTED.map(({ type }) => type),
  options: {
    ...Object.fromEntries(QUERY.map((parameter) => [optionName(parameter), { type: 'string' as const }])),
    limit: { type: 'string' },
    all: { type: 'boolean' },
  },
  about: {
    sort: 'created, updated or the field of its due date; with - the other way round',
    due: 'overdue, today or week',
    limit: `at most so many (default ${USUAL})`,
    all: 'however many there are',
  },
  async run(terminal, { words, options }) {
    const { noun, rest } = nounOfWords(words);
    const most = mostOf(options);
    const client = await terminal.client();
    const records = await allOf(client, addressOf(noun, rest, options, most), most + 1);
    const shown = records.slice(0, most);
    if (terminal.isJson) printJson(terminal, shown);
    else print(terminal, noun, shown, records.length > most);
    return EXIT.done;
  },
};

/** The first word is the noun, where it names one. */
export function nounOfWords(words: readonly string[]): { readonly noun: Noun; readonly rest: readonly string[] } {
  const [first = '', ...others] = words;
  const named = nounNamed(first);
  const [contacts] = LISTED;
  if (!contacts) throw new Error('There are contacts.');
  return named && LISTED.includes(named) ? { noun: named, rest: others } : { noun: contacts, rest: words };
}

function mostOf(options: Typed): number {
  if (options.all === true) return Number.POSITIVE_INFINITY;
  const most = Number(textOf(options, 'limit') ?? USUAL);
  if (Number.isInteger(most) && most > 0) return most;
  throw new Failure('--limit takes a whole number from 1, or use --all.', EXIT.usage);
}

function addressOf({ type }: Noun, words: readonly string[], options: Typed, most: number): string {
  const query = new URLSearchParams({ limit: String(Math.min(most + 1, 1000)) });
  if (words.length > 0) query.set('q', words.join(' '));
  for (const parameter of QUERY) {
    const value = textOf(options, optionName(parameter));
    if (value !== undefined) query.set(parameter, value);
  }
  return `/v1/${type}?${query}`;
}

function print({ out, note, width }: Terminal, noun: Noun, records: readonly AnyRecord[], isMore: boolean): void {
  if (records.length === 0) {
    note(`No ${noun.type} are like this.\n`);
    return;
  }
  const columns = Object.entries(noun.fields)
    .filter(([, field]) => field.column !== false && field.references === undefined)
    .slice(0, COLUMNS);
  const rows = records.map((record) => [
    shortId(noun, record),
    ...columns.map(([name, field]) => wordsOf(field, record[name])),
  ]);
  out(tableText(['id', ...columns.map(([, { label }]) => label)], rows, width));
  if (isMore) note('There are more: use --limit or --all, or search with words.\n');
}

/** A value as a person reads it: a choice by its label, a moment without its zone. */
export function wordsOf({ choices, control }: Pick<Field, 'choices' | 'control'>, value: unknown): string {
  const text = toText(value);
  if (control !== 'date_time') return choices?.[text] ?? text;
  const { date, time } = splitDateTime(text);
  return [date, time.slice(0, 5)].filter(Boolean).join(' ');
}
