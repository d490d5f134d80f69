import type { Work } from './use-work.ts';

/** How far something is, seen and read out. */
export function WorkState({ work: { text, isBad } }: { work: Work }) {
  return (
    <p class={isBad ? 'work bad' : 'work'} role="status">
      {text}
    </p>
  );
}
