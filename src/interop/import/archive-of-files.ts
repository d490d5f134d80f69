import { entriesOf, isZip } from '../zip/entries.ts';
import { bounded } from './bounded.ts';
import { type Format, type Reading, Refused } from './format.ts';
import type { Bad, Item } from './found.ts';
import { headOf, type Source } from './source.ts';

/** A ZIP archive of files of any of these kinds. What is in it of other kinds is left out, all of it in one note. */
export function archiveOfFiles(formats: readonly Format[]): Format {
  return {
    id: 'archive',
    name: 'Archive (ZIP) of such files',
    recognises: isZip,
    read: (source, reading) => bounded(readEach(formats, source, reading), source.name),
  };
}

/** By what a workbook is known: it is an archive, too. */
const WORKBOOK = '[Content_Types].xml';

async function* readEach(formats: readonly Format[], source: Source, reading: Reading): AsyncGenerator<Item> {
  const entries = await entriesOf(source);
  if (entries.some(({ path }) => path === WORKBOOK)) {
    throw new Refused(`${source.name} is a workbook or a document. Save it as CSV in the program it is from.`);
  }
  const others: string[] = [];
  const refused: Bad[] = [];
  for (const [place, entry] of entries.entries()) {
    try {
      const format = formatOf(await headOf(entry), formats);
      if (!format) others.push(entry.path);
      else for await (const item of format.read(entry, reading)) if (!('read' in item)) yield item;
    } catch (error) {
      // One file that cannot be read does not take the others with it.
      if (!(error instanceof Refused)) throw error;
      refused.push({ where: { file: entry.name }, why: error.message, excerpt: '' });
    }
    yield { read: Math.round((source.size * (place + 1)) / entries.length) };
  }
  const [only] = refused;
  if (only && entries.length === 1) throw new Refused(only.why);
  if (others.length === entries.length) throw new Refused(`There is nothing in ${source.name} that can be brought in.`);
  for (const bad of refused) yield { bad };
  if (others.length > 0) yield { leftOut: { where: { file: source.name }, what: listed(others) } };
}

function formatOf(head: Uint8Array, formats: readonly Format[]): Format | undefined {
  return isZip(head) ? undefined : formats.find((one) => one.recognises(head));
}

const NAMED = 10;

function listed(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `Files of other kinds: ${paths.slice(0, NAMED).join(', ')}${more}`;
}
