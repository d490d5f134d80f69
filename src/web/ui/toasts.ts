import { signal } from '@preact/signals';

export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until it is dismissed: the person must decide something. */
  readonly stays?: boolean;
  /** Nothing went wrong, although it stays. */
  readonly isNews?: boolean;
  /** Seen for a shorter time, and with nothing to dismiss it: there may be many, and a key does what it offers. */
  readonly isBrief?: boolean;
}

/** A text that is read out; an object, because the same text twice is two of them. */
export interface Spoken {
  readonly text: string;
}

/** So many are seen at once, beside those that stay. */
const MOST = 3;

/** Short messages that say what was done and offer to undo it. */
export class Toasts {
  readonly all = signal<readonly Toast[]>([]);
  /** The newest messages that have nothing to press: read out, not shown. */
  readonly spoken = signal<readonly Spoken[]>([]);

  /** Shows a message, instead of an earlier one where it goes on from that. */
  show(toast: Toast, instead?: Toast): void {
    const others = this.all.peek().filter((other) => other !== instead);
    const leaving = others.filter(({ stays }) => !stays);
    const gone = new Set(leaving.slice(0, Math.max(0, leaving.length + 1 - MOST)));
    this.all.value = [...others.filter((other) => !gone.has(other)), toast];
  }

  dismiss(toast: Toast): void {
    this.all.value = this.all.peek().filter((other) => other !== toast);
  }

  /** Tells those who cannot see what changed. */
  say(text: string): void {
    this.spoken.value = [...this.spoken.peek(), { text }].slice(-MOST);
  }
}
