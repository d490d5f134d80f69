import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { localDate } from '../../domain/dates.ts';
import { Refused } from '../../interop/import/format.ts';
import { explain } from '../explain.ts';
import { defaultFolder } from '../settings.ts';
import { type Client, clientOfFolder, clientOfInstance } from './client.ts';
import { type Command, EXIT, Failure, type Terminal, type Typed, textOf } from './command.ts';
import { COMMON } from './commands.ts';
import { commandNamed, helpOf, overview } from './help.ts';

export interface Surroundings
  extends Pick<Terminal, 'out' | 'bytes' | 'note' | 'progress' | 'ask' | 'signal' | 'input' | 'width' | 'now'> {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 failed, 2 not understood, 3 not found, 4 refused by the rules of a record
 */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { note } = surroundings;
  try {
    return await runCommand(args, surroundings);
  } catch (error) {
    note(`${error instanceof Failure || error instanceof Refused ? error.message : explain(error)}\n`);
    return error instanceof Failure ? error.exit : error instanceof Refused ? EXIT.refused : EXIT.failed;
  }
}

async function runCommand(typed: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, width } = surroundings;
  const [name = 'help', ...args] = commandFirst(typed);
  if (name === '--version') {
    out(`${version()}\n`);
    return EXIT.done;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    const [asked, ...words] = args;
    out(asked === undefined ? overview(width) : helpOf(commandNamed(asked), words, width));
    return EXIT.done;
  }
  const command = commandNamed(name);
  const { words, options } = parse(command, args);
  if (options.help === true) {
    out(helpOf(command, words, width));
    return EXIT.done;
  }
  const { terminal, close } = terminalOf(command, options, surroundings);
  try {
    return await command.run(terminal, { words, options });
  } finally {
    await close();
  }
}

/** What every command takes may stand before its name, too. */
function commandFirst(typed: readonly string[]): readonly string[] {
  let at = 0;
  while (typed[at]?.startsWith('-')) at += typed[at] === '--data' || typed[at] === '--server' ? 2 : 1;
  const name = typed[at];
  return name === undefined ? typed : [name, ...typed.slice(0, at), ...typed.slice(at + 1)];
}

function version(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return v.parse(v.object({ version: v.string() }), JSON.parse(text)).version;
}

function parse(command: Command, args: readonly string[]): { words: readonly string[]; options: Typed } {
  try {
    const options = { ...command.options, ...COMMON };
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    return { words: positionals, options: values };
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    throw new Failure(
      `${sentence.replace(/\.$/, '')}. \`touchbase help ${command.name}\` shows what there is.`,
      EXIT.usage,
    );
  }
}

/** The records are opened when a command first asks for them. */
function terminalOf({ begins = false }: Command, options: Typed, { env, ...terminal }: Surroundings) {
  const folder = textOf(options, 'data') || env.TOUCHBASE_DATA || defaultFolder();
  const url = textOf(options, 'server') ?? env.TOUCHBASE_SERVER;
  let opened: Client | undefined;
  const client = async () => {
    opened ??= url === undefined ? clientOfFolder(folder, begins) : clientOfInstance(url);
    return opened;
  };
  const close = async () => void (await opened?.close());
  const today = () => localDate(terminal.now());
  return { terminal: { ...terminal, client, folder, url, today, isJson: options.json === true }, close };
}
