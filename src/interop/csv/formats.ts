import type { Format } from '../import/format.ts';
import { ATOMIC, GENERIC, GOOGLE, HUBSPOT, JOBSYNC, type Layout, OUTLOOK } from './layouts.ts';
import { readRows, tableIn } from './read-table.ts';

/** Our own tables, as they are exported: every field comes back as it was. */
export const touchbaseTable: Format = formatOf({ id: 'touchbase', name: 'Touchbase' });

export const googleContacts: Format = formatOf(GOOGLE);
export const outlook: Format = formatOf(OUTLOOK);
export const hubspot: Format = formatOf(HUBSPOT);
export const jobSync: Format = formatOf(JOBSYNC);
export const atomicCrm: Format = formatOf(ATOMIC);

/** Any other table of contacts or applications. It recognises those above as well: ask them first. */
export const table: Format = {
  ...GENERIC,
  recognises: (head) => tableIn(head) !== undefined,
  read: readRows,
};

/** Every kind of table, in the order in which to ask them. */
export const TABLES: readonly Format[] = [touchbaseTable, googleContacts, outlook, hubspot, jobSync, atomicCrm, table];

function formatOf({ id, name }: Pick<Layout, 'id' | 'name'>): Format {
  return { id, name, recognises: (head) => tableIn(head)?.layout?.id === id, read: readRows };
}
