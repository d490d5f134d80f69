import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Action } from '../../interop/import/choices.ts';
import { PLAIN_LIST } from '../route.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-import.ts';
import type { ImportSession, Phase } from './import-session.ts';
import { byType } from './shown-rows.ts';
import { UndoButton } from './undo-button.tsx';

interface DoneViewProps {
  readonly session: ImportSession;
  readonly phase: Extract<Phase, { is: 'done' }>;
}

/** What an import did, and the way back. */
export function DoneView({ session, phase: { run, plan } }: DoneViewProps) {
  const { router } = useTouchbase();
  const title = useRef<HTMLHeadingElement>(null);
  const isUndone = useSignal(false);
  useEffect(() => title.current?.focus(), []);
  const hasWritten = (type: string) => !isUndone.value && plan.writes.some((write) => write.type === type);
  return (
    <section class="done" aria-labelledby="import-done">
      <h2 ref={title} id="import-done" tabIndex={-1}>
        {isUndone.value ? say.done.wasUndone : say.done.title}
      </h2>
      {isUndone.value ? <p>{say.done.undone}</p> : <Counts plan={plan} />}
      <div class="acts">
        <button type="button" class="primary" onClick={() => session.begin()}>
          {say.done.more}
        </button>
        {!isUndone.value && (
          <UndoButton
            run={run}
            label={say.done.undo}
            onUndone={() => {
              isUndone.value = true;
              title.current?.focus();
            }}
          />
        )}
        {hasWritten('contacts') && <a href={router.href({ list: PLAIN_LIST, open: null })}>{say.done.see.contacts}</a>}
        {hasWritten('applications') && <a href={router.hrefTo('applications')}>{say.done.see.applications}</a>}
      </div>
    </section>
  );
}

function Counts({ plan }: Pick<DoneViewProps['phase'], 'plan'>) {
  const { counts, created, changed, merged, alone, bad, leftOut } = say.done;
  const of = (action: Action) => counts(byType(plan, action));
  const has = (action: Action) => Object.values(byType(plan, action)).some((count) => count > 0);
  return (
    <ul>
      {has('create') && <li>{created(of('create'))}</li>}
      {has('update') && <li>{changed(of('update'))}</li>}
      {has('merge') && <li>{merged(of('merge'))}</li>}
      {has('alone') && <li>{alone(of('alone'))}</li>}
      {plan.bad.length > 0 && <li>{bad(plan.bad.length)}</li>}
      {plan.leftOut.length > 0 && <li>{leftOut(plan.leftOut.length)}</li>}
    </ul>
  );
}
