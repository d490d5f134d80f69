import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-import.ts';
import type { Phase } from './import-session.ts';
import { byType } from './shown-rows.ts';

/** Counts go up all the time: they are said no more often than this. */
const BETWEEN_MS = 4_000;

/** In these the words change. */
const GOING_ON: ReadonlySet<Phase['is']> = new Set(['reading', 'planning', 'planned', 'applying']);

/** What is under way and how it ended, for those who do not see it. It stands all the time, so that each change is read out. */
export function Spoken({ phase }: { readonly phase: Phase }) {
  const said = useSignal('');
  const latest = useRef(phase);
  latest.current = phase;
  useEffect(() => {
    const speak = () => {
      said.value = wordsOf(latest.current);
    };
    speak();
    if (!GOING_ON.has(phase.is)) return;
    const timer = setInterval(speak, BETWEEN_MS);
    return () => clearInterval(timer);
  }, [phase.is, said]);
  return (
    <p class="visually-hidden" role="status">
      {said.value}
    </p>
  );
}

function wordsOf(phase: Phase): string {
  switch (phase.is) {
    case 'reading':
      return `${say.reading(phase.name)}: ${say.readSoFar(phase.share, phase.found)}`;
    case 'planning':
      return `${say.planning(phase.name)}: ${say.compared(phase.share, phase.found)}`;
    case 'planned':
      return say.ready(phase.plan.writes.length);
    case 'applying':
      return say.applying(phase.done, phase.all);
    case 'done':
      return `${say.done.title}: ${say.done.counts(byType(phase.plan, 'create', 'update', 'merge'))}`;
    case 'cancelled':
      return say.cancelled;
    case 'idle':
    case 'refused':
    case 'export':
      return '';
  }
}
