import { useSignal } from '@preact/signals';
import { Icon } from '../ui/icon.tsx';
import { reasonOf } from './reach.ts';

/** Something that asks the server, once at a time. */
export interface Doing {
  /** What is said of it; empty where nothing is. */
  readonly said: string;
  readonly isBad: boolean;
  readonly isBusy: boolean;
  /** @param work gives what is said once it is done; its failure is told by its own sentence */
  readonly run: (work: () => Promise<string>, meanwhile?: string) => void;
  readonly say: (text: string, isBad?: boolean) => void;
}

export function useDoing(): Doing {
  const state = useSignal({ said: '', isBad: false, isBusy: false });
  const tell = (said: string, isBad = false) => {
    state.value = { said, isBad, isBusy: false };
  };
  const run = async (work: () => Promise<string>, meanwhile = '') => {
    if (state.peek().isBusy) return;
    state.value = { said: meanwhile, isBad: false, isBusy: true };
    await work().then(tell, (error: unknown) => tell(reasonOf(error), true));
  };
  return { ...state.value, say: tell, run: (work, meanwhile) => void run(work, meanwhile) };
}

/** How it went, seen and read out. */
export function Said({ doing: { said, isBad } }: { readonly doing: Doing }) {
  return (
    <p class={isBad ? 'said bad' : 'said'} role="status">
      {isBad && <Icon name="overdue" />}
      {said}
    </p>
  );
}
