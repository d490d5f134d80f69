import { TABLES } from '../csv/formats.ts';
import { eml, mbox } from '../email/format.ts';
import { pastedMail } from '../email/pasted-format.ts';
import { icalendar } from '../icalendar/format.ts';
import { linkedinArchive } from '../linkedin/linkedin-archive.ts';
import { linkedinCsv } from '../linkedin/linkedin-csv.ts';
import { vcard } from '../vcard/format.ts';
import { archiveOfFiles } from './archive-of-files.ts';
import type { Format } from './format.ts';

const [table, ...knownTables] = TABLES.toReversed();

/** What can be recognised by its first bytes, the narrower first: nearly any text is a table to who looks long enough. */
const FILES: readonly Format[] = [
  vcard,
  icalendar,
  mbox,
  eml,
  linkedinCsv,
  ...knownTables.reverse(),
  pastedMail,
  ...(table ? [table] : []),
];

/** Every kind of file that can be brought in. */
export const FORMATS: readonly Format[] = [linkedinArchive, archiveOfFiles(FILES), ...FILES];
