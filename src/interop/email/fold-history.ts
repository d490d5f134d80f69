/** The words that stand where what was quoted is left out. */
export const FOLDED = '[Earlier messages are left out.]';

const LONGEST = 400;
const FORWARDED =
  /^\s*(?:-{3,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|message transmis|forwarded by)|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message (?:réexpédié|transféré)\s?:)/i;
const ORIGINAL =
  /^\s*-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original|reply message)\s*-{2,}/i;
const ATTRIBUTION =
  /^(?:on\b.{6,300}\bwrote|am\b.{6,300}\bschrieb\b.{0,200}|le\b.{6,300}\ba écrit|.{3,200}<[^\s<>]+@[^\s<>]+> (?:wrote|schrieb(?: am .{6,100})?|a écrit))\s*:$/i;
const BEGINS_ATTRIBUTION = /^(?:on|am|le)\s.*\d/i;
const HEAD_FROM = /^\*?(?:from|von|de)\*?\s?:\*?\s*\S/i;
const HEAD_SUBJECT = /^\*?(?:subject|betreff|objet)\b/i;
const HEAD_OTHER = /^\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|date|à|objet|cc)\*?\s?:\*?\s*\S/i;

/**
 * What is new in a message: its text without the messages before it that mail programs add below or above, whose place is
 * told by `FOLDED`. A text that would be left with nothing stays as it is, and so does what was forwarded.
 */
export function withoutHistory(text: string): string {
  const lines = text.split('\n');
  const forwarded = lines.findIndex((line) => FORWARDED.test(head(line)));
  const [own, kept] = forwarded < 0 ? [lines, []] : [lines.slice(0, forwarded), lines.slice(forwarded)];
  const fresh = withoutQuoted(own);
  if (fresh.length === own.length) return text;
  const left = joined(fresh);
  if (left === '' && kept.length === 0) return text;
  return [left, FOLDED, joined(kept)].filter((part) => part !== '').join('\n\n');
}

function withoutQuoted(lines: readonly string[]): string[] {
  const fresh: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (beginsOriginal(lines, at)) return withoutRule(fresh);
    const attributed = attributionAt(lines, at);
    if (attributed > 0 && isQuote(afterBlanks(lines, at + attributed))) {
      at += attributed - 1;
    } else if (attributed > 0) {
      return fresh;
    } else if (!isQuote(lines[at])) fresh.push(lines[at] ?? '');
  }
  return fresh;
}

/** How many lines say who wrote what follows: mail programs break them. 0: none does. */
function attributionAt(lines: readonly string[], at: number): number {
  const first = head(lines[at] ?? '');
  if (ATTRIBUTION.test(first) && /[\d@]/.test(first)) return 1;
  if (!BEGINS_ATTRIBUTION.test(first)) return 0;
  for (let count = 2; count <= 3; count += 1) {
    const together = lines.slice(at, at + count).map(head);
    if (together.includes('')) return 0;
    if (ATTRIBUTION.test(together.join(' '))) return count;
  }
  return 0;
}

/** Outlook writes a line of its own, or the head of the message before as a block. */
function beginsOriginal(lines: readonly string[], at: number): boolean {
  const line = head(lines[at] ?? '');
  if (ORIGINAL.test(line)) return true;
  if (!HEAD_FROM.test(line)) return false;
  const others = lines
    .slice(at + 1, at + 7)
    .map(head)
    .filter((other) => HEAD_OTHER.test(other));
  // A journey has a from, a to and a date as well.
  return others.length >= 2 && (line.includes('@') || others.some((other) => HEAD_SUBJECT.test(other)));
}

/** The rule of underscores above such a block goes with it. */
function withoutRule(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return /^\s*[_-]{8,}\s*$/.test(lines[last] ?? '') ? lines.slice(0, last) : [...lines];
}

function afterBlanks(lines: readonly string[], from: number): string | undefined {
  for (let at = from; at < lines.length && at < from + 4; at += 1) if (lines[at]?.trim() !== '') return lines[at];
  return undefined;
}

const isQuote = (line: string | undefined) => line !== undefined && /^\s{0,2}>/.test(line);
const head = (line: string) => line.slice(0, LONGEST).trim();
const joined = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
