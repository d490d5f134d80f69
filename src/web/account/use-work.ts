import { useSignal } from '@preact/signals';
import { reasonOf } from '../cloud/account-api.ts';
import type { Tell } from './account.ts';

export interface Work {
  /** How far it is, how it ended; null before it. */
  readonly text: string | null;
  readonly isBad: boolean;
  readonly isBusy: boolean;
  /** Does it, once at a time; what fails is told by its sentence. */
  readonly run: (work: (tell: Tell) => Promise<void>) => void;
}

/** Something that takes a while and says how far it is. */
export function useWork(): Work {
  const state = useSignal<Omit<Work, 'run'>>({ text: null, isBad: false, isBusy: false });
  const tell = (text: string | null) => {
    state.value = { ...state.peek(), text };
  };
  const run = async (work: (tell: Tell) => Promise<void>) => {
    if (state.peek().isBusy) return;
    state.value = { text: null, isBad: false, isBusy: true };
    try {
      await work(tell);
      state.value = { ...state.peek(), isBusy: false };
    } catch (error) {
      state.value = { text: reasonOf(error), isBad: true, isBusy: false };
    }
  };
  return { ...state.value, run: (work) => void run(work) };
}
