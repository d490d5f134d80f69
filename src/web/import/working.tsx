import { say } from '../words/say-import.ts';
import type { ImportSession, Phase } from './import-session.ts';

interface WorkingProps {
  readonly session: ImportSession;
  readonly phase: Extract<Phase, { is: 'reading' | 'planning' | 'applying' }>;
}

/** How far it has come, and a way out. */
export function Working({ session, phase }: WorkingProps) {
  const { title, share, detail } = wordsOf(phase);
  return (
    <section class="working" aria-labelledby="import-working">
      <h2 id="import-working">{title}</h2>
      <progress aria-labelledby="import-working" value={share} />
      <p>{detail}</p>
      <button type="button" class="plain" autofocus onClick={() => session.cancel()}>
        {say.cancel}
      </button>
    </section>
  );
}

function wordsOf(phase: WorkingProps['phase']): { title: string; share: number; detail: string } {
  switch (phase.is) {
    case 'reading':
      return { title: say.reading(phase.name), share: phase.share, detail: say.readSoFar(phase.share, phase.found) };
    case 'planning':
      return { title: say.planning(phase.name), share: phase.share, detail: say.compared(phase.share, phase.found) };
    case 'applying':
      return { title: say.applying(phase.done, phase.all), share: phase.done / Math.max(1, phase.all), detail: '' };
  }
}
