/** So much of a text is shown at first. */
export interface Glance {
  readonly characters: number;
  readonly lines: number;
}

/** What is read at one glance. */
export const AT_A_GLANCE: Glance = { characters: 320, lines: 6 };
/** So little more is shown rather than folded. */
const SLACK = 60;

/** The beginning of a text, cut between words; the text itself where it is short. */
export function beginning(text: string, most: Glance = AT_A_GLANCE): string {
  const lines = text.split('\n', most.lines + 1);
  const head = lines.length > most.lines ? lines.slice(0, most.lines).join('\n') : text;
  if (head.length <= most.characters + SLACK) return head.trimEnd() === text.trimEnd() ? text : head.trimEnd();
  const cut = head.slice(0, most.characters);
  // Half of an emoji is no text.
  return cut.replace(/[\ud800-\udbff]$/, '').replace(/(?<=\S)\s+\S{0,30}$/, '');
}
