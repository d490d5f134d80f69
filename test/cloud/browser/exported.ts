import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { type ReadRecords, readRecords } from '../../../src/interop/archive/read-records.ts';
import { RECORDS_FILE } from '../../../src/interop/archive/write-archive.ts';

export interface ExportedFile {
  readonly name: string;
  /** The files in it. */
  readonly files: readonly string[];
  readonly records: ReadRecords;
}

/** What the account page exports: all that the server has. The page is that of the account already. */
export async function exported(page: Page): Promise<ExportedFile> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export all' }).click(),
  ]);
  const files = unzipSync(await readFile(await file.path()));
  const records = readRecords(strFromU8(files[RECORDS_FILE] ?? new Uint8Array()));
  return { name: file.suggestedFilename(), files: Object.keys(files), records };
}
