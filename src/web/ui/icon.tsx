/** Drawn for this app on a 16 px grid, with strokes of the text's colour. */
const PATHS = {
  people:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M11 2.8a2.4 2.4 0 0 1 0 4.4M12.2 9.8c1.4.6 2.3 1.9 2.3 3.7',
  board: 'M2.5 2.5h3v11h-3ZM6.5 2.5h3v7h-3ZM10.5 2.5h3v9h-3Z',
  chart: 'M2.5 13.5h11M4 11V8M7 11V4.5M10 11V6.5M13 11V3',
  settings:
    'M2 4.5h6.5M11.5 4.5H14M2 11.5h2.5M7.5 11.5H14M10 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM6 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
  exchange: 'M5 13.5v-11M2 5.5l3-3 3 3M11 2.5v11M8 10.5l3 3 3-3',
  account:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4.2 12.6c.7-1.5 2.1-2.4 3.8-2.4s3.1.9 3.8 2.4',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.8 10.8 14 14',
  plus: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8M12 4l-8 8',
  system: 'M2 3.5h12v7.5H2ZM6 14h4M8 11v3',
  light:
    'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  dark: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z',
  keyboard: 'M1.5 4h13v8h-13ZM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M5 9.5h6',
  api: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  pen: 'm10.5 3 2.5 2.5-7.5 7.5H3v-2.5ZM9 4.5 11.5 7',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4',
  mail: 'M2 3.5h12v9H2ZM2.3 4l5.7 4.6L13.7 4',
  phone: 'M5.5 2.5h-2c-.7 0-1 .5-1 1 .3 5.3 4.7 9.7 10 10 .5 0 1-.3 1-1v-2l-3-1-1.3 1.3C7.5 10 6 8.5 5.2 6.8L6.5 5.5Z',
  link: 'M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4',
  overdue: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8v3.7M8 11h.1',
  today: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.3 1.5',
  upcoming: 'M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  ascending: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  descending: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  waiting: 'M4.5 12.5a3 3 0 0 1-.4-6 4 4 0 0 1 7.5-.8 3.4 3.4 0 0 1 .5 6.7M8 8v3M8 13h.1',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  quiet: 'M2.5 3.5h11v7h-6L4.5 13v-2.5h-2ZM6 7h.1M8 7h.1M10 7h.1',
  ghost: 'M3.5 13.5v-6a4.5 4.5 0 0 1 9 0v6l-2.2-1.4L8 13.5l-2.3-1.4ZM6.3 7h.1M9.7 7h.1',
  idea: 'M6 11.5C6 9.8 4 9 4 6.5a4 4 0 0 1 8 0c0 2.5-2 3.3-2 5ZM6.5 14h3',
  saving: 'M13.5 8A5.5 5.5 0 1 1 8 2.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, class: className }: { name: IconName; class?: string }) {
  return (
    <svg class={className ? `icon ${className}` : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
