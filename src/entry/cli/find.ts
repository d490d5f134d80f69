import { uuid } from '../../domain/id.ts';
import { type AnyRecord, idOf, type Noun, nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { fold } from '../../domain/search.ts';
import { toText } from '../../domain/typed-text.ts';
import { allOf, type Client, recordOf } from './client.ts';
import { EXIT, Failure } from './command.ts';

/** So many digits of an id are shown: they tell the records of a laptop apart. */
const SHOWN = 8;

/** The end of an id: its beginning is the time, which many share. */
export function shortId(noun: Noun, record: AnyRecord): string {
  return idOf(noun, record).slice(-SHOWN);
}

/** The noun of a word: its plural or its singular. */
export function nounNamed(word: string): Noun | undefined {
  const name = fold(word);
  return NOUNS.find(({ type, singular }) => type === name || singular === name);
}

/** Where one is asked for and the noun is not said, it is looked for in these. */
const TYPES = ['contacts', 'applications', 'interactions', 'tasks'] as const;
export const LISTED: readonly Noun[] = TYPES.map((type) => nounOf(NOUNS, type));

/**
 * The one record that a person means: by its id, the end of it, or words of it.
 *
 * @throws Failure where there is none or there are several, with their names
 */
export async function findRecord(
  client: Client,
  nouns: readonly Noun[],
  text: string,
): Promise<{ noun: Noun; record: AnyRecord }> {
  const found = await candidates(client, nouns, text);
  const exact = found.filter(({ noun, record }) => fold(toText(record[noun.titleField])) === fold(text));
  const [one, ...others] = exact.length === 1 ? exact : found;
  if (!one) {
    const what = nouns.map(({ singular }) => singular).join(' or ');
    const all = nouns.length === 1 ? `list ${nouns[0]?.type}` : 'list';
    throw new Failure(`There is no ${what} “${text}”. \`touchbase ${all}\` shows what there is.`, EXIT.notFound);
  }
  if (others.length === 0) return one;
  const names = [one, ...others]
    .slice(0, 10)
    .map(({ noun, record }) => `  ${shortId(noun, record)}  ${named(noun, record)}`);
  throw new Failure(`Several are like “${text}”. Say which by its id:\n${names.join('\n')}`, EXIT.usage);
}

function named(noun: Noun, record: AnyRecord): string {
  const company = toText(record.company);
  return [toText(record[noun.titleField]) || noun.singular, company].filter(Boolean).join(', ');
}

async function candidates(client: Client, nouns: readonly Noun[], text: string) {
  const id = uuid(text);
  const lists = await Promise.all(
    nouns.map(async (noun) => ({ noun, records: await recordsLike(client, noun, text, id) })),
  );
  return lists.flatMap(({ noun, records }) => records.map((record) => ({ noun, record })));
}

async function recordsLike(client: Client, noun: Noun, text: string, id: string | undefined): Promise<AnyRecord[]> {
  if (id !== undefined) {
    const reply = await client.send('GET', `/v1/${noun.type}/${id}`);
    return reply.status === 404 ? [] : [recordOf(reply)];
  }
  if (/^[0-9a-f]{4,12}$/i.test(text)) {
    const all = await allOf(client, `/v1/${noun.type}?limit=1000`);
    const ended = all.filter((record) => idOf(noun, record).endsWith(text.toLowerCase()));
    if (ended.length > 0) return ended;
  }
  return allOf(client, `/v1/${noun.type}?limit=100&q=${encodeURIComponent(text)}`, 100);
}
