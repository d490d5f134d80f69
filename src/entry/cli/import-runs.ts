import { type ImportPart, importNoun } from '../../domain/import.ts';
import { isOf } from '../../domain/record-of.ts';
import { type Run, runsOf } from '../../interop/import/runs.ts';
import { allOf, type Client } from './client.ts';
import { EXIT, Failure } from './command.ts';

/** The end of its id is enough to name an import: its beginning is the time. */
const SHOWN = 8;

/** The imports that were made, the newest first. */
export async function importedRuns(client: Client): Promise<readonly Run[]> {
  return runsOf(await importParts(client));
}

/** One line of the list. */
export function nameOfRun({ run, name, at, created, edited, undoneAt }: Run): string {
  const what = `${created} added, ${edited} changed${undoneAt ? ', undone' : ''}`;
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
  return (await allOf(client, '/v1/imports?limit=50')).filter((record) => isOf(importNoun, record));
}
