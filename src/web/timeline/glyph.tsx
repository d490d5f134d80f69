/** Drawn for timelines on the grid of the other icons. */
const PATHS = {
  phone: 'M5.5 2.5h-2c-.7 0-1 .5-1 1 .3 5.3 4.7 9.7 10 10 .5 0 1-.3 1-1v-2l-3-1-1.3 1.3C7.5 10 6 8.5 5.2 6.8L6.5 5.5Z',
  mail: 'M2 3.5h12v9H2ZM2.3 4l5.7 4.6L13.7 4',
  chat: 'M2.5 3h11v7.5H8l-3 3v-3H2.5Z',
  video: 'M2 4.5h8v7H2ZM10 7.2l4-2.2v6l-4-2.2',
  person: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 13.5c0-2.5 2.2-4 5-4s5 1.5 5 4',
  note: 'M3.5 2.5h9v8l-3 3h-6ZM12.5 10.5h-3v3M5.8 5.5h4.4M5.8 8h3',
  in: 'M11.5 4.5 5 11M5 6v5h5',
  out: 'M4.5 11.5 11 5M6 5h5v5',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  stage: 'M3 8h9M8.5 4.5 12 8l-3.5 3.5',
  status: 'M2.5 2.5h5l6 6-5 5-6-6ZM5.2 5.2h.1',
  plus: 'M8 3v10M3 8h10',
  back: 'M6 4 3 7l3 3M3 7h6.5a3 3 0 0 1 0 6H7',
} as const;

export type GlyphName = keyof typeof PATHS;

/** What something is, beside the words for it. */
export function Glyph({ name, class: className = '' }: { readonly name: GlyphName; readonly class?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
