import { type ReadonlySignal, signal } from '@preact/signals';

/** Under this width contacts are cards, not rows. */
export const isPhone = matches('(width < 640px)');

/** From this width on, a contact opens beside the list and not over it. */
export const isWide = matches('(width >= 1100px)');

function matches(query: string): ReadonlySignal<boolean> {
  const media = matchMedia(query);
  const result = signal(media.matches);
  media.addEventListener('change', () => {
    result.value = media.matches;
  });
  return result;
}
