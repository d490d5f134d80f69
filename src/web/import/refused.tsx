import { useEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-import.ts';
import type { ImportSession, Phase } from './import-session.ts';

interface RefusedProps {
  readonly session: ImportSession;
  readonly phase: Extract<Phase, { is: 'refused' }>;
}

/** Why nothing could be read, or brought in, and what to do instead. */
export function Refused({ session, phase: { name, why } }: RefusedProps) {
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <section class="refused" aria-labelledby="import-refused">
      <h2 id="import-refused">{say.refused(name)}</h2>
      <p role="alert">{why}</p>
      <button ref={again} type="button" class="primary" onClick={() => session.begin()}>
        {say.again}
      </button>
    </section>
  );
}
