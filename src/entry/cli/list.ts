import { splitDateTime } from '../../domain/dates.ts';
import type { Field } from '../../domain/field.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { allOf } from './client.ts';
import { type Command, EXIT, Failure, printJson, type Terminal, type Typed, textOf } from './command.ts';
import { LISTED, shortId } from './find.ts';
import { ABOUT_QUERY, addressOf, hasFilters, nounOfWords, QUERY_OPTIONS } from './query.ts';
import { tableText } from './table.ts';

const USUAL = 50;
const COLUMNS = 6;

export const list: Command = {
  name: 'list',
  takes: '[TYPE] [WORD…]',
  summary: 'Lists contacts, or applications, interactions or tasks; the words search them.',
  first: LISTED.map(({ type }) => type),
  options: {
    ...QUERY_OPTIONS,
    limit: { type: 'string' },
    all: { type: 'boolean' },
  },
  about: {
    ...ABOUT_QUERY,
    limit: `at most so many (default ${USUAL})`,
    all: 'however many there are',
  },
  async run(terminal, { words, options }) {
    const { noun, rest } = nounOfWords(words);
    const most = mostOf(options);
    const client = await terminal.client();
    const limit = Math.min(most + 1, 1000);
    const records = await allOf(client, await addressOf(client, noun, { words: rest, options, limit }), most + 1);
    const shown = records.slice(0, most);
    if (terminal.isJson) printJson(terminal, shown);
    else if (shown.length > 0) print(terminal, noun, shown, records.length > most);
    else terminal.note(rest.length > 0 || hasFilters(options) ? `No ${noun.type} are like this.\n` : noneYet(noun));
    return EXIT.done;
  },
};

function mostOf(options: Typed): number {
  if (options.all === true) return Number.POSITIVE_INFINITY;
  const most = Number(textOf(options, 'limit') ?? USUAL);
  if (Number.isInteger(most) && most > 0) return most;
  throw new Failure('--limit takes a whole number from 1, or use --all.', EXIT.usage);
}

function noneYet({ type, singular }: Noun): string {
  return `There are no ${type} yet. \`touchbase help add ${singular}\` shows how to add one.\n`;
}

function print({ out, note, width }: Terminal, noun: Noun, records: readonly AnyRecord[], isMore: boolean): void {
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
