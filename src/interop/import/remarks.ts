import { hasLines, joinedTexts } from '../../domain/merge-values.ts';
import type { FoundType, Remark } from './found.ts';

/** The field of each noun that takes what no other field holds. */
export const NOTES: Readonly<Record<FoundType, string>> = {
  contacts: 'notes',
  applications: 'notes',
  interactions: 'body',
  tasks: 'notes',
};

/** Stands in the last line of a text of which the rest found no room. */
export const CUT = '… (The rest was too long and was cut.)';

/**
 * A text with another one and with remarks below it, each as a line `Label: value`, but those that it has already. What
 * finds no room is cut, with a line that says so; what stands is never cut.
 *
 * @param limit how many UTF-16 code units there is room for
 */
export function withRemarks(
  standing: string | null,
  added: string | null,
  remarks: readonly Remark[],
  limit: number,
): string | null {
  if (standing?.endsWith(CUT)) return standing;
  const text = joinedTexts([standing, added]);
  const lines = [...new Set(remarks.map(({ label, value }) => `${label}: ${value}`))];
  const whole = joinedTexts([text, lines.filter((line) => !hasLines(text, line)).join('\n')]);
  if (whole === null || whole.length <= limit) return whole;
  const cut = cutText(whole, limit);
  return standing === null || cut.startsWith(standing) ? cut : standing;
}

/** The beginning of a text that is too long, with a last line that says so. */
export function cutText(text: string, limit: number): string {
  return `${beginningOf(text, limit - CUT.length - 1)}\n${CUT}`;
}

/** So much of a text as there is room for, no character broken in two. */
export function beginningOf(text: string, limit: number): string {
  return text.slice(0, Math.max(0, limit)).replace(/[\ud800-\udbff]$/, '');
}
