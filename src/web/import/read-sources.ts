import type { JsonObject } from '../../domain/json.ts';
import { readArchive } from '../../interop/archive/read-archive.ts';
import { TABLES } from '../../interop/csv/formats.ts';
import { readTable, type Table } from '../../interop/csv/read-table.ts';
import type { Reading } from '../../interop/import/format.ts';
import { FORMATS } from '../../interop/import/formats.ts';
import type { Item } from '../../interop/import/found.ts';
import { recognise } from '../../interop/import/recognise.ts';
import type { Source } from '../../interop/import/source.ts';
import { Breath } from './breath.ts';

/** What files brought, before it is planned. */
export interface Read {
  /** The names of the files, and what they are. */
  readonly name: string;
  readonly format: string;
  readonly files: number;
  readonly items: readonly Item[];
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
 * @throws Refused where one of them cannot be read
 */
export async function readSources(
  sources: readonly Source[],
  reading: Reading,
  { isCancelled, tell }: Watch,
): Promise<Read | ReadExport | null> {
  const breath = new Breath();
  const items: Item[] = [];
  const formats: string[] = [];
  const tables: Table[] = [];
  const all = sources.reduce((size, source) => size + source.size, 0);
  let before = 0;
  let found = 0;
  for (const source of sources) {
    const records = await readArchive(source);
    if (records) return { name: source.name, records };
    const format = await recognise(source, FORMATS);
    formats.push(format.id);
    if (TABLES.includes(format)) tables.push(await readTable(source, reading));
    for await (const item of format.read(source, reading)) {
      if (isCancelled()) return null;
      if ('found' in item) found++;
      if ('read' in item) tell({ name: source.name, share: (before + item.read) / Math.max(1, all), found });
      else items.push(item);
      await breath.take();
    }
    before += source.size;
  }
  const name = sources.map((source) => source.name).join(', ');
  return {
    name: name.slice(0, 300),
    format: [...new Set(formats)].join(', '),
    files: sources.length,
    items,
    tables,
    isMail: formats.some((id) => MAIL.has(id)),
  };
}
