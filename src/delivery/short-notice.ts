import type { Notice } from '../reminders/notice.ts';

/** So many bytes of each: with all else it stays below the 3,993 that every push service takes (RFC 8291, 4). */
const MOST_BYTES = { title: 600, body: 2000 } as const;

/** A notification of which the longest texts end early, as any system would show them. */
export function shortNotice({ title, body, ...others }: Notice): Notice {
  return { title: shortened(title, MOST_BYTES.title), body: shortened(body, MOST_BYTES.body), ...others };
}

/** @param most how many bytes it may have as JSON in UTF-8 */
function shortened(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let left = most - bytesOf('…');
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    left -= bytesOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept}…`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length - 2;
}
