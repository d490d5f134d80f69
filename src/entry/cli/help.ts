import { type Command, EXIT, Failure } from './command.ts';
import { COMMANDS } from './commands.ts';
import { nounNamed } from './find.ts';

type Line = readonly [name: string, about: string];

/** Lines are no longer than this, however wide the screen is. */
const WIDEST = 100;

const COMMON_LINES: readonly Line[] = [
  ['--data DIR', 'the folder of touchbase.db (or TOUCHBASE_DATA)'],
  ['--server URL', 'a running instance instead, as in http://localhost:8787 (or TOUCHBASE_SERVER)'],
  ['--json', 'JSON instead of tables'],
  ['-h, --help', 'what a command takes'],
];

/** What can be typed after `touchbase`. */
export function overview(width: number): string {
  const paragraphs = [
    'Usage: touchbase COMMAND [options]',
    listed(
      COMMANDS.map(({ name, summary }) => [name, summary]),
      width,
    ),
    listed([...COMMON_LINES, ['--version', 'which Touchbase this is']], width),
    wrapped('`touchbase help COMMAND` shows what one takes, `touchbase help add task` the fields of a task.', 0, width),
    wrapped(
      'Exit codes: 0 done, 1 failed, 2 not understood, 3 not found, 4 refused by the rules of a record.',
      0,
      width,
    ),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** What a command takes; where words name a type, of the fields only those of that type. */
export function helpOf({ name, takes, summary, ...command }: Command, words: readonly string[], width: number): string {
  const { options = {}, about = {}, groups = [] } = command;
  const grouped = new Set(groups.flatMap((group) => Object.keys(group.about)));
  const own = Object.entries(options).filter(([option]) => !grouped.has(option));
  const lines = own.map(([option, { type, short }]): Line => {
    return [`${short ? `-${short}, ` : ''}--${option}${type === 'string' ? ' …' : ''}`, about[option] ?? ''];
  });
  const asked = groups.filter(({ of }) => words.some((word) => nounNamed(word)?.singular === of));
  const fields = (asked.length > 0 ? asked : groups).map((group) => {
    const typed = Object.entries(group.about).map(([option, what]): Line => [`--${option} …`, what]);
    return `Fields, ${group.of}:\n${listed(typed, width)}`;
  });
  const paragraphs = [
    `Usage: touchbase ${name} ${takes}`.trimEnd(),
    wrapped(summary, 0, width),
    ...(lines.length > 0 ? [listed(lines, width)] : []),
    ...fields,
    `Every command:\n${listed(COMMON_LINES, width)}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The command of a name. @throws Failure where there is none, with the one that may be meant */
export function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return command;
  const like = COMMANDS.find((one) => isLike(one.name, name));
  const hint = like ? `Did you mean \`${like.name}\`? ` : '';
  throw new Failure(`There is no command “${name}”. ${hint}\`touchbase help\` lists them.`, EXIT.usage);
}

/** Whether one is begun as the other, or only a few letters are too many, too few or turned around. */
function isLike(name: string, typed: string): boolean {
  const letters = (text: string) => [...text].toSorted().join('');
  if (typed.length > 1 && (name.startsWith(typed) || letters(name) === letters(typed))) return true;
  return isWithin(name, typed) || isWithin(typed, name);
}

/** Whether the letters of `part` come in this order in `whole`, which has at most two more. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length && part.length > 2 && whole.length - part.length <= 2;
}

function listed(lines: readonly Line[], width: number): string {
  const long = Math.max(...lines.map(([name]) => name.length));
  return lines
    .map(([name, about]) => `  ${name.padEnd(long)}  ${wrapped(about, long + 4, width)}`.trimEnd())
    .join('\n');
}

/** Breaks a text between its words; what follows the first line stands `by` characters in. */
function wrapped(text: string, by: number, width: number): string {
  const room = Math.max(24, Math.min(width, WIDEST) - by);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(by)}`);
}
