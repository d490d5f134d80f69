import { parseArgs } from 'node:util';
import { localDate } from '../../domain/dates.ts';
import { Refused } from '../../interop/import/format.ts';
import { explain } from '../explain.ts';
import { defaultFolder } from '../settings.ts';
import { type Client, clientOfFolder, clientOfInstance } from './client.ts';
import { type Command, EXIT, Failure, type Terminal, type Typed, textOf } from './command.ts';
import { COMMANDS, COMMON } from './commands.ts';

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

async function runCommand([name = 'help', ...args]: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out } = surroundings;
  if (name === 'help' || name === '--help' || name === '-h') {
    const asked = COMMANDS.find((command) => command.name === args[0]);
    out(asked ? helpOf(asked) : overview());
    return EXIT.done;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw new Failure(`There is no command “${name}”. \`touchbase help\` lists them.`, EXIT.usage);
  const { words, options } = parse(command, args);
  if (options.help === true) {
    out(helpOf(command));
    return EXIT.done;
  }
  const { terminal, close } = terminalOf(options, surroundings);
  try {
    return await command.run(terminal, { words, options });
  } finally {
    await close();
  }
}

function parse(command: Command, args: readonly string[]): { words: readonly string[]; options: Typed } {
  try {
    const options = { ...command.options, ...COMMON };
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    return { words: positionals, options: values };
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Failure(
      `${sentence.replace(/\.$/, '')}. \`touchbase help ${command.name}\` shows what there is.`,
      EXIT.usage,
    );
  }
}

/** The records are opened when a command first asks for them. */
function terminalOf(options: Typed, { env, ...terminal }: Surroundings) {
  const folder = textOf(options, 'data') || env.TOUCHBASE_DATA || defaultFolder();
  const url = textOf(options, 'server') ?? env.TOUCHBASE_SERVER;
  let opened: Client | undefined;
  const client = async () => {
    opened ??= url === undefined ? clientOfFolder(folder) : clientOfInstance(url);
    return opened;
  };
  const close = async () => void (await opened?.close());
  const today = () => localDate(terminal.now());
  return { terminal: { ...terminal, client, folder, url, today, isJson: options.json === true }, close };
}

function overview(): string {
  const long = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(long)}  ${summary}`);
  return `Usage: touchbase COMMAND [options]

${lines.join('\n')}

  --data DIR    the folder of touchbase.db (or TOUCHBASE_DATA)
  --server URL  a running instance instead, as in http://localhost:8787 (or TOUCHBASE_SERVER)
  --json        JSON instead of tables
  --help        what a command takes

Exit codes: 0 done, 1 failed, 2 not understood, 3 not found, 4 refused by the rules of a record.
`;
}

function helpOf({ name, takes, summary, options = {}, about = {} }: Command): string {
  const names = Object.entries(options).map(([option, { type }]) => `--${option}${type === 'string' ? ' …' : ''}`);
  const long = Math.max(0, ...names.map((option) => option.length));
  const lines = Object.keys(options).map((option, place) => {
    return `  ${(names[place] ?? '').padEnd(long)}  ${about[option] ?? ''}`.trimEnd();
  });
  return [
    `Usage: touchbase ${name} ${takes}`.trimEnd(),
    '',
    summary,
    ...(lines.length > 0 ? ['', ...lines] : []),
    '',
  ].join('\n');
}
