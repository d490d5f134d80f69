import type { Format, Reading } from '../import/format.ts';
import type { Bad, Found, Item, LeftOut } from '../import/found.ts';
import { type Source, sourceOf } from '../import/source.ts';

export const ADA: Reading = {
  today: '2026-03-31',
  zone: 'Europe/Zurich',
  own: { names: ['Ada Berg'], emails: ['ada.berg@example.org'] },
  mappings: {},
};

export const NOBODY: Reading = { ...ADA, own: { names: [], emails: [] } };

/** The fixtures as one mailbox, with what Gmail writes before each. */
export function mailboxOf(messages: readonly string[], newline = '\n'): string {
  const parts = messages.map((message, at) => {
    const quoted = message.replace(/^(>*From )/gm, '>$1');
    return `From ${1000 + at}@xxx Tue Mar 03 13:30:0${at % 10} +0000 2026\n${quoted.trimEnd()}\n\n`;
  });
  return parts.join('').replace(/\r?\n/g, newline);
}

export async function readAll(format: Format, content: string | Uint8Array | Source, reading = ADA) {
  const source = typeof content === 'string' || content instanceof Uint8Array ? sourceOf('mail', content) : content;
  const items: Item[] = [];
  for await (const item of format.read(source, reading)) items.push(item);
  return {
    items,
    found: items.flatMap((item): Found[] => ('found' in item ? [item.found] : [])),
    bad: items.flatMap((item): Bad[] => ('bad' in item ? [item.bad] : [])),
    leftOut: items.flatMap((item): LeftOut[] => ('leftOut' in item ? [item.leftOut] : [])),
    read: items.flatMap((item) => ('read' in item ? [item.read] : [])),
  };
}

/** A source that gives its bytes in pieces of one size. */
export function inPieces(content: string, size: number): Source {
  const bytes = new TextEncoder().encode(content);
  return {
    name: 'mail',
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}
