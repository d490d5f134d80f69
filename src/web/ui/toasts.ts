import { signal } from '@preact/signals';

export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until it is dismissed: the person must decide something. */
  readonly stays?: boolean;
}

/** Short messages that say what was done and offer to undo it. */
export class Toasts {
  readonly all = signal<readonly Toast[]>([]);
  /** The newest message that has nothing to press: read out, not shown. */
  readonly spoken = signal('');

  show(toast: Toast): void {
    this.all.value = [...this.all.peek(), toast];
  }

  dismiss(toast: Toast): void {
    this.all.value = this.all.peek().filter((other) => other !== toast);
  }

  /** Tells those who cannot see what changed. */
  say(text: string): void {
    this.spoken.value = text;
  }
}
