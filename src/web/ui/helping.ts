import { signal } from '@preact/signals';

/** Whether what the keyboard can do is shown. */
export const isHelping = signal(false);

export function showHelp(): void {
  isHelping.value = true;
}
