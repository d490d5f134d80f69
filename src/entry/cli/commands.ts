import { backup } from './backup.ts';
import { add, done, edit, log } from './change.ts';
import type { Command } from './command.ts';
import { EXIT, Failure } from './command.ts';
import { completionScript, SHELLS, type Shell } from './completion.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importFiles } from './import.ts';
import { list } from './list.ts';
import { restore } from './restore.ts';
import { show } from './show.ts';

/** What every command takes. */
export const COMMON = {
  data: { type: 'string' },
  server: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const completion: Command = {
  name: 'completion',
  takes: SHELLS.join('|'),
  summary: 'Prints a script that completes commands and options in a shell.',
  first: SHELLS,
  async run({ out }, { words: [shell] }) {
    const known = SHELLS.find((one): one is Shell => one === shell);
    if (!known) throw new Failure(`Say for which shell: ${SHELLS.join(', ')}.`, EXIT.usage);
    out(completionScript(known, [...COMMANDS, help()], Object.keys(COMMON)));
    return EXIT.done;
  },
};

function help() {
  return { name: 'help', summary: 'Shows what a command takes.', first: COMMANDS.map(({ name }) => name) };
}

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  list,
  show,
  add,
  edit,
  log,
  done,
  importFiles,
  exportCommand,
  restore,
  backup,
  doctor,
  completion,
];
