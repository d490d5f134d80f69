import type { ComponentChildren } from 'preact';
import { markRanges } from '../../domain/matches.ts';

/** A text in which the words that are searched for are marked. Not a component: there are hundreds on the screen. */
export function marked(text: string, words: readonly string[]): ComponentChildren {
  const ranges = words.length > 0 ? markRanges(text, words) : [];
  if (ranges.length === 0) return text;
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
