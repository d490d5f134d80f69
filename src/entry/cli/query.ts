import { filterFields } from '../../domain/listing.ts';
import { type Noun, nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { type Client, optionOf } from './client.ts';
import { EXIT, Failure, type Typed, textOf } from './command.ts';
import { findRecord, LISTED, nounNamed } from './find.ts';

const FILTERS = new Set(LISTED.flatMap(filtersOf));
const ALWAYS = ['sort', 'due'];

/** What narrows and sorts a list, as options of a command. */
export const QUERY_OPTIONS = Object.fromEntries(
  [...ALWAYS, ...FILTERS].map((parameter) => [optionOf(parameter), { type: 'string' as const }]),
);
export const ABOUT_QUERY = {
  sort: 'created, updated or the field of its due date; with - the other way round',
  due: 'overdue, today or week',
  ...Object.fromEntries([...FILTERS].map((parameter) => [optionOf(parameter), aboutFilter(parameter)])),
};

function filtersOf({ fields }: Noun): readonly string[] {
  return filterFields(fields).map(({ parameter }) => parameter);
}

/** The nouns that it narrows, and what it takes of each where that is a closed list. */
function aboutFilter(parameter: string): string {
  const fields = LISTED.flatMap(({ type, fields }) =>
    Object.values(fields)
      .filter(({ filter }) => filter === parameter)
      .map(({ choices, references }) => {
        const takes = choices ? Object.keys(choices).join(', ') : references ? 'words of it, or its id' : '';
        return takes ? `${type}: ${takes}` : type;
      }),
  );
  return fields.join('; ');
}

/** Whether anything narrows a list beside words. */
export function hasFilters(options: Typed): boolean {
  return Object.keys(QUERY_OPTIONS).some((name) => name !== 'sort' && options[name] !== undefined);
}

/** The first word is the noun, where it names one. */
export function nounOfWords(words: readonly string[]): { readonly noun: Noun; readonly rest: readonly string[] } {
  const [first = '', ...others] = words;
  const named = nounNamed(first);
  const [contacts] = LISTED;
  if (!contacts) throw new Error('There are contacts.');
  return named && LISTED.includes(named) ? { noun: named, rest: others } : { noun: contacts, rest: words };
}

/**
 * The address at which the API gives a list, so many records at a time.
 *
 * @throws Failure where an option narrows other lists than this, or names nobody
 */
export async function addressOf(
  client: Client,
  noun: Noun,
  { words, options, limit }: { readonly words: readonly string[]; readonly options: Typed; readonly limit: number },
): Promise<string> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (words.length > 0) query.set('q', words.join(' '));
  const known = [...ALWAYS, ...filtersOf(noun)];
  for (const parameter of [...ALWAYS, ...FILTERS]) {
    const value = textOf(options, optionOf(parameter));
    if (value === undefined) continue;
    if (!known.includes(parameter)) throw new Failure(unfit(noun, parameter, known), EXIT.usage);
    query.set(parameter, await filterValue(client, noun, parameter, value));
  }
  return `/v1/${noun.type}?${query}`;
}

async function filterValue(client: Client, { fields }: Noun, parameter: string, text: string): Promise<string> {
  const field = Object.values(fields).find(({ filter }) => filter === parameter);
  if (field?.references === undefined) return text;
  const { noun, record } = await findRecord(client, [nounOf(NOUNS, field.references)], text);
  return String(record[noun.idField]);
}

function unfit({ type }: Noun, parameter: string, known: readonly string[]): string {
  const fit = LISTED.filter((noun) => filtersOf(noun).includes(parameter)).map((noun) => noun.type);
  const options = known.map((name) => `--${optionOf(name)}`).join(', ');
  return `--${optionOf(parameter)} is for ${fit.join(' or ')}, named first. A list of ${type} takes: ${options}.`;
}
