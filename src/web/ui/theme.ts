import { signal } from '@preact/signals';
import { browserStorage } from '../storage.ts';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The key that `public/theme.js` reads before the first paint. */
const KEY = 'touchbase.theme';

export const theme = signal<Theme>(THEMES.find((one) => one === browserStorage.getItem(KEY)) ?? 'system');

/** Goes on to the next theme and keeps it for this browser. */
export function switchTheme(): void {
  theme.value = THEMES[(THEMES.indexOf(theme.peek()) + 1) % THEMES.length] ?? 'system';
  browserStorage.setItem(KEY, theme.value);
  document.documentElement.dataset.theme = theme.value;
}
