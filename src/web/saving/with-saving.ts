import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';

/** Loads what saves files when a person first asks for one, and says so where it cannot be reached. */
export function withSaving({ toasts }: Touchbase, save: (saving: typeof import('./saving.ts')) => void): void {
  void import('./saving.ts').then(save, () => toasts.show({ text: say.app.notReached }));
}
