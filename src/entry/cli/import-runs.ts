import { type ImportPart, importNoun } from '../../domain/import.ts';
import type { AnyRecord, RecordOf } from '../../domain/noun.ts';
import { allOf, type Client } from './client.ts';
import { EXIT, Failure } from './command.ts';

/** An import that was made. */
export interface ImportedRun {
  readonly run: string;
  readonly name: string;
  readonly at: string;
  readonly created: number;
  readonly edited: number;
  readonly isUndone: boolean;
}

/** The end of its id is enough to name an import: its beginning is the time. */
const SHOWN = 8;

/** The imports that were made, the newest first. */
export async function importedRuns(client: Client): Promise<readonly ImportedRun[]> {
  const byRun = Map.groupBy(await importParts(client), ({ run }) => run);
  const runs = [...byRun].map(([run, parts]): ImportedRun => {
    const steps = parts.flatMap((part) => part.steps);
    const made = (act: string) => steps.filter((step) => step.act === act).length;
    return {
      run,
      name: parts[0]?.name ?? '',
      at: parts[0]?.created_at ?? '',
      created: made('created'),
      edited: made('edited'),
      isUndone: parts.every(({ undone_at }) => undone_at !== null),
    };
  });
  return runs.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** One line of the list. */
export function nameOfRun({ run, name, at, created, edited, isUndone }: ImportedRun): string {
  const what = `${created} added, ${edited} changed${isUndone ? ', undone' : ''}`;
  return `${run.slice(-SHOWN)}  ${at.slice(0, 16).replace('T', ' ')}  ${name} (${what})`;
}

/** The parts of the import whose id ends so. @throws Failure where there is none, or several */
export async function partsOfRun(client: Client, end: string): Promise<readonly ImportPart[]> {
  const parts = (await importParts(client)).filter(({ run }) => end !== '' && run.endsWith(end));
  const runs = new Set(parts.map(({ run }) => run));
  if (runs.size === 1) return parts;
  const what = runs.size === 0 ? 'There is no import' : 'There are several imports';
  throw new Failure(`${what} “${end}”. \`touchbase import --list\` shows them.`, EXIT.notFound);
}

/** In small pages: the record of a part is large. */
async function importParts(client: Client): Promise<readonly ImportPart[]> {
  return (await allOf(client, '/v1/imports?limit=50')).filter(isPart);
}

function isPart(record: AnyRecord): record is AnyRecord & RecordOf<typeof importNoun> {
  return typeof record[importNoun.idField] === 'string' && Array.isArray(record.steps);
}
