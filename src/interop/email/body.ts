import { interaction } from '../../domain/interaction.ts';

const MOST = interaction.fields.body.maxLength ?? 20_000;
const MOST_NAMES = 50;
const CUT = '[The message goes on: it is longer than what can be kept.]';

/** What is kept of a message: its text, the names of the files that came with it, and a note where it was cut. */
export function bodyOf(text: string, attachments: readonly string[]): string {
  const files = filesOf(attachments);
  const room = MOST - files.length - 2;
  const kept = text.length <= room ? text : `${wholeCharacters(text.slice(0, room - CUT.length - 2))}\n\n${CUT}`;
  return [kept, files].filter((part) => part !== '').join('\n\n');
}

function filesOf(names: readonly string[]): string {
  if (names.length === 0) return '';
  const listed = [...new Set(names)].slice(0, MOST_NAMES).map((name) => name.slice(0, 100));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `[Attached: ${listed.join(', ')}${more}]`;
}

/** Without half of a character at its end. */
const wholeCharacters = (text: string) => text.replace(/[\ud800-\udbff]$/, '').trimEnd();
