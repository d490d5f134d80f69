import { readArchive } from '../../interop/archive/read-archive.ts';
import { COLUMN_FIELDS } from '../../interop/csv/columns.ts';
import { TABLES } from '../../interop/csv/formats.ts';
import { readTable } from '../../interop/csv/read-table.ts';
import { Entries } from '../../interop/import/entries.ts';
import type { Mapping, Reading } from '../../interop/import/format.ts';
import { FORMATS } from '../../interop/import/formats.ts';
import { recognise } from '../../interop/import/recognise.ts';
import type { Source } from '../../interop/import/source.ts';
import { EXIT, Failure, type Terminal, type Typed } from './command.ts';

/** Everything in some files, and what kinds they are. @throws Refused where one cannot be read at all */
export async function readFiles(terminal: Terminal, sources: readonly Source[], options: Typed) {
  const entries = new Entries();
  const formats = new Set<string>();
  for (const source of sources) {
    if (await readArchive(source)) {
      throw new Failure(`${source.name} is an export of Touchbase: \`touchbase restore\` puts it back.`, EXIT.usage);
    }
    const format = await recognise(source, FORMATS);
    formats.add(format.id);
    const plain = readingOf(terminal, options);
    const reading = TABLES.includes(format) ? await mapped(source, plain, options) : plain;
    for await (const item of format.read(source, reading)) {
      if ('read' in item)
        terminal.progress(`${source.name}: ${Math.round((item.read / Math.max(1, source.size)) * 100)} %`);
      else entries.take(item);
    }
  }
  return { entries, formats: [...formats] };
}

function readingOf({ today }: Terminal, options: Typed): Reading {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { today: today(), zone, own: { names: [], emails: textsOf(options, 'own') }, mappings: {} };
}

/** What the person said of the columns of a table, on top of what is recognised. */
async function mapped(source: Source, reading: Reading, options: Typed): Promise<Reading> {
  const said = textsOf(options, 'map');
  if (said.length === 0) return reading;
  const { headerKey, columns } = await readTable(source, reading);
  const entries = said.map((text) => {
    const [name = '', field = ''] = text.split(/=(?=[^=]*$)/);
    const at = columns.findIndex((column) => column.name === name.trim());
    if (at < 0) {
      const names = columns.map((column) => column.name).join(', ');
      throw new Failure(`${source.name} has no column “${name.trim()}”. It has: ${names}.`, EXIT.usage);
    }
    return [at, field.trim() === '' ? null : knownField(field.trim())] as const;
  });
  const mapping: Mapping = Object.fromEntries(entries);
  return { ...reading, mappings: { [headerKey]: mapping } };
}

function knownField(field: string): string {
  if (COLUMN_FIELDS.includes(field.split('@')[0] ?? '')) return field;
  throw new Failure(`“${field}” is no field. A column can become: ${COLUMN_FIELDS.join(', ')}.`, EXIT.usage);
}

function textsOf(options: Typed, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
