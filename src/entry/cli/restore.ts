import { NOUNS } from '../../domain/nouns.ts';
import { readArchive } from '../../interop/archive/read-archive.ts';
import { type NotTaken, type Restored, restoreAll } from '../../interop/archive/restore.ts';
import { resultsOf } from './client.ts';
import { type Command, EXIT, Failure, printJson, type Terminal } from './command.ts';
import { sourceOfFile } from './file-source.ts';

export const restore: Command = {
  name: 'restore',
  begins: true,
  takes: 'FILE',
  summary: 'Puts back what `export` wrote; what stands with other values is left as it is.',
  async run(terminal, { words: [path, ...others] }) {
    if (path === undefined || others.length > 0)
      throw new Failure('Say which file: `touchbase restore all.zip`.', EXIT.usage);
    const records = await readArchive(sourceOfFile(path));
    if (!records)
      throw new Failure(`${path} is no export of Touchbase. \`touchbase import\` reads other files.`, EXIT.refused);
    const client = await terminal.client();
    const restored = await restoreAll(
      NOUNS,
      records,
      async (operations) => resultsOf(await client.send('POST', '/v1/batch', { operations })),
      (done, all) => terminal.progress(`${done} of ${all}`),
    );
    if (terminal.isJson) printJson(terminal, restored);
    else print(terminal, restored);
    return restored.refused.length > 0 ? EXIT.refused : EXIT.done;
  },
};

function print({ out, note }: Terminal, { reinstated, unchanged, standing, refused }: Restored): void {
  out(`Put back ${reinstated}; ${unchanged} were there already.\n`);
  tell(note, standing, 'stand with other values and were left so');
  tell(note, refused, 'were not taken');
}

const SHOWN = 20;

function tell(note: Terminal['note'], records: readonly NotTaken[], what: string): void {
  if (records.length === 0) return;
  note(`${records.length} ${what}:\n`);
  for (const { type, title, why } of records.slice(0, SHOWN)) note(`  ${type}: ${title}. ${why}\n`);
  if (records.length > SHOWN) note(`  and ${records.length - SHOWN} more\n`);
}
