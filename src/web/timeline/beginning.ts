/** What is read at one glance. */
const MOST = { characters: 320, lines: 6 } as const;
/** So little more is shown rather than folded. */
const SLACK = 60;

/** The beginning of a text, cut between words; the text itself where it is short. */
export function beginning(text: string): string {
  const lines = text.split('\n', MOST.lines + 1);
  const head = lines.length > MOST.lines ? lines.slice(0, MOST.lines).join('\n') : text;
  if (head.length <= MOST.characters + SLACK) return head.trimEnd() === text.trimEnd() ? text : head.trimEnd();
  const cut = head.slice(0, MOST.characters);
  // Half of an emoji is no text.
  return cut.replace(/[\ud800-\udbff]$/, '').replace(/(?<=\S)\s+\S{0,30}$/, '');
}
