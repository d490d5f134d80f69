import { bounded } from '../import/bounded.ts';
import { type Format, type Reading, Refused } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import { headOf, type Source } from '../import/source.ts';
import { beginningsIn } from '../zip/beginnings.ts';
import { type Entry, entriesOf } from '../zip/entries.ts';
import { readTables } from './read-tables.ts';
import { shapeOf, type Table } from './table.ts';

/** The archive that LinkedIn sends to who asks for a copy of their data, the small and the large one. */
export const linkedinArchive: Format = {
  id: 'linkedin_archive',
  name: 'LinkedIn archive',
  recognises(head) {
    const beginnings = beginningsIn(head);
    const named = beginnings.filter(({ path }) => OWN_FILES.has(fileName(path)));
    return named.length > 1 || beginnings.some(({ path, content }) => isTable(path) && shapeOf(content) !== undefined);
  },
  read: readArchive,
};

/** Files that stand in every archive, and hardly together anywhere else. */
const OWN_FILES = new Set([
  'ad_targeting.csv',
  'company follows.csv',
  'connections.csv',
  'email addresses.csv',
  'endorsement_given_info.csv',
  'endorsement_received_info.csv',
  'invitations.csv',
  'job applications.csv',
  'learning.csv',
  'messages.csv',
  'phonenumbers.csv',
  'positions.csv',
  'profile.csv',
  'profile summary.csv',
  'registration.csv',
  'rich_media.csv',
  'saved jobs.csv',
  'savedjobalerts.csv',
]);

const NOTHING =
  'no connections, messages, invitations or jobs. Ask LinkedIn for a copy of your data that has them: it comes within a day.';

/** So many files are named in the note of what is left out; the others are counted. */
const MOST_NAMED = 40;

async function* readArchive(source: Source, reading: Reading): AsyncGenerator<Item> {
  const tables: Table[] = [];
  const others: string[] = [];
  for (const entry of await entriesOf(source)) {
    const table = await tableOf(entry);
    if (table) tables.push(table);
    else others.push(entry.path);
  }
  if (tables.every(({ kind }) => kind === 'profile')) throw new Refused(`${source.name} holds ${NOTHING}`);
  yield* bounded(readTables(source, tables, reading), source.name);
  if (others.length > 0) yield { leftOut: { where: { file: source.name }, what: othersNamed(others) } };
}

async function tableOf(entry: Entry): Promise<Table | undefined> {
  if (!isTable(entry.path)) return undefined;
  const shape = shapeOf(await headOf(entry));
  return shape && { ...shape, source: entry };
}

/** LinkedIn's assistants keep what was said to them in tables like that of the messages. */
function isTable(path: string): boolean {
  const name = fileName(path);
  return name.endsWith('.csv') && !/^(guide|coach|learning)/.test(name);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function othersNamed(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).join(', ');
  const rest = paths.length - MOST_NAMED;
  return rest > 0 ? `${named} and ${rest} more files` : named;
}
