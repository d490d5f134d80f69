import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '../../domain/dates.ts';
import { copyDatabase } from '../../store/sqlite-snapshot.ts';
import { noDatabase } from './client.ts';
import { type Command, EXIT, Failure, printJson } from './command.ts';
import { refuseOverwriting } from './written.ts';

export const backup: Command = {
  name: 'backup',
  takes: '[FILE]',
  summary: 'Copies the database file as it is now, also while Touchbase runs.',
  options: { force: { type: 'boolean' } },
  about: { force: 'write over a file that is there' },
  async run(terminal, { words, options }) {
    const database = join(terminal.folder, 'touchbase.db');
    if (!existsSync(database)) throw new Failure(noDatabase(terminal.folder), EXIT.notFound);
    const file = words[0] ?? `touchbase-${localDate(terminal.now())}.db`;
    refuseOverwriting(file, options.force === true);
    copyDatabase(database, file);
    if (terminal.isJson) printJson(terminal, { file });
    else terminal.out(`Copied the database to ${file}. docs/how-to/restore.md says how to go back to it.\n`);
    return EXIT.done;
  },
};
