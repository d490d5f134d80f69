import type { JsonObject } from '../../domain/json.ts';
import { readArchive } from '../../interop/archive/read-archive.ts';
import { TABLES } from '../../interop/csv/formats.ts';
import { readTable, type Table } from '../../interop/csv/read-table.ts';
import { Entries } from '../../interop/import/entries.ts';
import type { Entry } from '../../interop/import/entry.ts';
import { type Reading, Refused } from '../../interop/import/format.ts';
import { FORMATS } from '../../interop/import/formats.ts';
import { Planner } from '../../interop/import/planner.ts';
import { recognise } from '../../interop/import/recognise.ts';
import type { Source } from '../../interop/import/source.ts';
import { Breath } from './breath.ts';

/** What files brought, before it is planned. */
export interface Read {
  /** The names of the files, and what they are. */
  readonly name: string;
  readonly format: string;
  readonly files: number;
  readonly planner: Planner;
  /** The tables among them, whose columns the person may correct. */
  readonly tables: readonly Table[];
  /** Whether there are messages among them: then it matters which addresses are the person’s own. */
  readonly isMail: boolean;
}

const MAIL = new Set(['eml', 'mbox', 'pasted_mail']);

/** A whole workspace. */
export interface ReadExport {
  readonly name: string;
  readonly records: ReadonlyMap<string, readonly JsonObject[]>;
}

export interface Progress {
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly found: number;
}

interface Watch {
  readonly isCancelled: () => boolean;
  readonly tell: (progress: Progress) => void;
}

/**
 * Reads files on this machine; nothing of them is sent anywhere.
 *
 * @returns null where it was cancelled
 * @throws Refused where the only one cannot be read; one of several is told among what could not be read
 */
export async function readSources(
  sources: readonly Source[],
  reading: Reading,
  watch: Watch,
): Promise<Read | ReadExport | null> {
  const gathered: Gathered = { entries: new Entries(), formats: new Set(), tables: [], found: 0 };
  const all = sources.reduce((size, source) => size + source.size, 0);
  let before = 0;
  for (const source of sources) {
    try {
      const records = await readArchive(source);
      if (records && sources.length === 1) return { name: source.name, records };
      if (records) throw new Refused(ALONE);
      const tell = (read: number) =>
        watch.tell({ name: source.name, share: (before + read) / Math.max(1, all), found: gathered.found });
      if (!(await readOne(source, reading, gathered, { ...watch, tell }))) return null;
    } catch (error) {
      // One file that cannot be read does not take the others with it.
      if (!(error instanceof Refused) || sources.length === 1) throw error;
      gathered.entries.take({ bad: { where: { file: source.name }, why: error.message, excerpt: '' } });
    }
    before += source.size;
  }
  const { entries, formats, tables } = gathered;
  const name = sources.map((source) => source.name).join(', ');
  const isMail = [...formats].some((id) => MAIL.has(id)) || entries.all.some(isMessage);
  const planner = new Planner(entries);
  const format = [...formats].join(', ');
  return { name: name.slice(0, 300), format, files: sources.length, planner, tables, isMail };
}

const ALONE = 'This is an export of Touchbase: bring it in on its own, so that it is put back.';

/** An archive may hold messages among other files. */
function isMessage({ type, values }: Entry): boolean {
  return type === 'interactions' && values.channel === 'email';
}

/** What was read so far. */
interface Gathered {
  readonly entries: Entries;
  readonly formats: Set<string>;
  readonly tables: Table[];
  found: number;
}

/** False where it was cancelled. */
async function readOne(
  source: Source,
  reading: Reading,
  gathered: Gathered,
  { isCancelled, tell }: Pick<Watch, 'isCancelled'> & { readonly tell: (read: number) => void },
): Promise<boolean> {
  const breath = new Breath();
  const format = await recognise(source, FORMATS);
  gathered.formats.add(format.id);
  if (TABLES.includes(format)) gathered.tables.push(await readTable(source, reading));
  for await (const item of format.read(source, reading)) {
    if (isCancelled()) return false;
    if ('found' in item) gathered.found++;
    if ('read' in item) tell(item.read);
    else gathered.entries.take(item);
    await breath.take();
  }
  return true;
}
